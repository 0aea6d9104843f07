import type { Core, UID } from '@strapi/strapi';
import { contentTypes } from '@strapi/utils';
import { PERMISSIONS, type Permission } from '../plugins/importer/shared/contracts/permissions';

/** A permission of a role of the panel, as Strapi keeps it. */
interface RolePermission {
  readonly action: string;
  readonly subject: string | null;
  readonly properties: { readonly fields?: readonly string[]; readonly locales?: readonly string[] };
  readonly conditions: readonly string[];
}

interface Role {
  readonly id: number;
}

interface Action {
  readonly actionId: string;
  readonly section: string;
  readonly subjects: readonly string[];
}

interface PermissionService {
  readonly actionProvider: {
    values(): readonly Action[];
    appliesToProperty(property: string, action: string, subject: string): Promise<boolean>;
  };
  findMany(query: object): Promise<RolePermission[]>;
}

interface RoleService {
  findOne(query: { code: string }): Promise<Role | null>;
  assignPermissions(role: number, permissions: readonly RolePermission[]): Promise<unknown>;
}

interface ContentTypeService {
  getPermissionsWithNestedFields(actions: readonly Action[]): RolePermission[];
}

interface LocalesService {
  find(): Promise<{ readonly code: string }[]>;
}

const ARTICLE = 'api::article.article';
const CATEGORY = 'api::category.category';
const NEWS = [ARTICLE, CATEGORY, 'api::partner-link.partner-link', 'api::site.site'];

/** Content types and fields of articles that came when roles had got their rights already. */
const TAGS = ['api::tag.tag', 'api::author.author'];
const TAG_FIELDS = ['dateModified', 'authors', 'tags'];

const ALL_NEWS = [...NEWS, ...TAGS];

const OWN = ['admin::is-creator'];
const WRITING = ['create', 'read', 'update'];
const ALL = [...WRITING, 'publish', 'delete'];

const explorer = (name: string) => `plugin::content-manager.explorer.${name}`;

/** What somebody may do with a content type: these actions, where these conditions hold. */
interface Right {
  readonly subject: string;
  readonly actions: readonly string[];
  readonly conditions: readonly string[];
}

interface Rights {
  readonly code: string;
  /** What Strapi makes everything depend on that it gives to the role. */
  readonly conditions: readonly string[];
  readonly content: readonly Right[];
  readonly importer: readonly Permission[];
}

/** What the roles that Strapi makes by itself may do in a newsroom. */
const ROLES: readonly Rights[] = [
  {
    code: 'strapi-editor',
    conditions: [],
    content: ALL_NEWS.map((subject) => ({ subject, actions: ALL, conditions: [] })),
    importer: ['view', 'preview', 'run', 'correct', 'undo'],
  },
  {
    code: 'strapi-author',
    conditions: OWN,
    content: [
      { subject: ARTICLE, actions: ALL, conditions: OWN },
      // An article is put under a category, whoever made that, and so with tags and authors.
      ...[CATEGORY, ...TAGS].map((subject) => ({ subject, actions: ['read'], conditions: [] })),
    ],
    importer: ['view'],
  },
];

const services = (strapi: Core.Strapi) => ({
  roles: strapi.service('admin::role') as unknown as RoleService,
  permissions: strapi.service('admin::permission') as unknown as PermissionService,
  fields: strapi.service('admin::content-type') as unknown as ContentTypeService,
});

const permissionsOf = (strapi: Core.Strapi, { id }: Role) =>
  services(strapi).permissions.findMany({ where: { role: { id } }, orderBy: { id: 'asc' } });

async function localesOf(strapi: Core.Strapi): Promise<string[]> {
  const locales = await strapi.plugin('i18n').service<LocalesService>('locales').find();
  return locales.map(({ code }) => code);
}

const areSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/**
 * Whether a role is as Strapi made it. It gave no locales to it, and whoever saves a role in the panel gives some: Strapi adds the
 * default one where none is chosen. What was changed past the panel is seen by what is there and what is not.
 */
function isUntouched(permissions: readonly RolePermission[], conditions: readonly string[]): boolean {
  const content = permissions.filter(({ action }) => action.startsWith(explorer('')));
  const asMade = content.every((one) => one.properties.locales === undefined && areSame(one.conditions, conditions));
  const nothingElse = permissions.every((one) => content.includes(one) || one.action.startsWith('plugin::upload.'));
  const nothingLess = ALL_NEWS.every((uid) => {
    const written = WRITING.map((name) => content.find(({ action, subject }) => subject === uid && action === explorer(name)));
    // A role that was made before there were tags knows nothing of them.
    const isLater = TAGS.includes(uid) && written.every((one) => one === undefined);
    return isLater || written.every((one) => one !== undefined && areSame(one.properties.fields, written[0]?.properties.fields));
  });
  return asMade && nothingElse && nothingLess;
}

/** All fields and all locales of what is allowed. */
async function expand(strapi: Core.Strapi, { subject, actions, conditions }: Right): Promise<RolePermission[]> {
  const { permissions, fields } = services(strapi);
  const hasDrafts = contentTypes.hasDraftAndPublish(strapi.getModel(subject as UID.ContentType));
  const wanted = actions.filter((name) => name !== 'publish' || hasDrafts).map(explorer);
  const offered = permissions.actionProvider.values().filter(({ actionId }) => wanted.includes(actionId));
  const locales = await localesOf(strapi);
  return Promise.all(
    fields.getPermissionsWithNestedFields(offered.map((action) => ({ ...action, subjects: [subject] }))).map(async (one) => {
      const isLocalized = await permissions.actionProvider.appliesToProperty('locales', one.action, subject);
      return { ...one, conditions, properties: { ...one.properties, ...(isLocalized ? { locales } : {}) } };
    }),
  );
}

/** All that a role may do with the news and the importer. */
async function newsRightsOf(strapi: Core.Strapi, { content, importer }: Rights): Promise<RolePermission[]> {
  const news = (await Promise.all(content.map((right) => expand(strapi, right)))).flat();
  return [...news, ...importer.map((name) => ({ action: PERMISSIONS[name], subject: null, properties: {}, conditions: [] }))];
}

const isOfNews = ({ action, subject }: RolePermission) =>
  subject === null ? action.startsWith('plugin::importer.') : ALL_NEWS.includes(subject);

/**
 * Lets the roles Editor and Author do their work: Strapi gives them no locale of a localized content type, and neither publishing nor
 * deleting. A role that somebody has changed, or removed, stays so. What they may do with other content types and in the media library
 * stays as Strapi gives it.
 */
export async function giveRoleRights(strapi: Core.Strapi): Promise<void> {
  const { roles } = services(strapi);
  for (const rights of ROLES) {
    const role = await roles.findOne({ code: rights.code });
    const present = role === null ? [] : await permissionsOf(strapi, role);
    if (role === null || !isUntouched(present, rights.conditions)) continue;

    const others = present.filter((one) => !isOfNews(one));
    await roles.assignPermissions(role.id, [...others, ...(await newsRightsOf(strapi, rights))]);
  }
}

/** A right as it was given before there were tags; undefined for one that was not. */
function beforeTags(one: RolePermission): RolePermission | undefined {
  if (one.subject !== null && TAGS.includes(one.subject)) return undefined;
  const { fields } = one.properties;
  if (one.subject !== ARTICLE || fields === undefined) return one;
  return { ...one, properties: { ...one.properties, fields: fields.filter((name) => !TAG_FIELDS.includes(name)) } };
}

/** Whether two rights are the same. The first may hold for a language that is removed by now. */
function areAlike(one: RolePermission, other: RolePermission): boolean {
  const [{ fields = [], locales = [] }, { fields: otherFields = [], locales: otherLocales = [] }] = [one.properties, other.properties];
  const isSame = one.action === other.action && one.subject === other.subject && areSame(one.conditions, other.conditions);
  return isSame && areSame([...fields].sort(), [...otherFields].sort()) && otherLocales.every((code) => locales.includes(code));
}

/**
 * Gives the roles Editor and Author the rights that `giveRoleRights` gives them by now, on a database where it gave them before there were
 * tags and authors. A role whose rights to the news or to imports somebody has changed since then stays so.
 */
export async function giveTagRights(strapi: Core.Strapi): Promise<void> {
  const { roles } = services(strapi);
  for (const rights of ROLES) {
    const role = await roles.findOne({ code: rights.code });
    if (role === null) continue;
    const present = await permissionsOf(strapi, role);
    const given = await newsRightsOf(strapi, rights);
    const [standing, asGiven] = [present.filter(isOfNews), given.flatMap((one) => beforeTags(one) ?? [])];
    const isAsGiven = standing.length === asGiven.length && asGiven.every((one) => standing.some((right) => areAlike(right, one)));
    if (isAsGiven) await roles.assignPermissions(role.id, [...present.filter((one) => !isOfNews(one)), ...given]);
  }
}

/**
 * A locale that is added in the panel's settings belongs to whoever was allowed all the others, as it does to the Super Admin by
 * Strapi itself. Call it in `bootstrap`.
 */
export function giveNewLocales(strapi: Core.Strapi): void {
  strapi.db.lifecycles.subscribe({
    models: ['plugin::i18n.locale'],
    async afterCreate({ result }) {
      const { code: added } = result as { code: string };
      const before = (await localesOf(strapi)).filter((code) => code !== added);
      for (const { code } of ROLES) {
        const role = await services(strapi).roles.findOne({ code });
        if (role === null) continue;
        const permissions = (await permissionsOf(strapi, role)).map((one) => {
          const { locales } = one.properties;
          const isAllowedAll = locales !== undefined && before.every((locale) => locales.includes(locale)) && !locales.includes(added);
          return isAllowedAll ? { ...one, properties: { ...one.properties, locales: [...locales, added] } } : one;
        });
        await services(strapi).roles.assignPermissions(role.id, permissions);
      }
    },
  });
}
