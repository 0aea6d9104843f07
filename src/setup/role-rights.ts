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
    content: NEWS.map((subject) => ({ subject, actions: ALL, conditions: [] })),
    importer: ['view', 'preview', 'run', 'correct', 'undo'],
  },
  {
    code: 'strapi-author',
    conditions: OWN,
    content: [
      { subject: ARTICLE, actions: ALL, conditions: OWN },
      // An article is put under a rubric, whoever made that.
      { subject: CATEGORY, actions: ['read'], conditions: [] },
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
  const nothingLess = NEWS.every((uid) => {
    const written = WRITING.map((name) => content.find(({ action, subject }) => subject === uid && action === explorer(name)));
    return written.every((one) => one !== undefined && areSame(one.properties.fields, written[0]?.properties.fields));
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

/**
 * Lets the roles Editor and Author do their work: Strapi gives them no locale of a localized content type, and neither publishing nor
 * deleting. A role that somebody has changed, or removed, stays so. What they may do with other content types and in the media library
 * stays as Strapi gives it.
 */
export async function giveRoleRights(strapi: Core.Strapi): Promise<void> {
  const { roles } = services(strapi);
  for (const { code, conditions, content, importer } of ROLES) {
    const role = await roles.findOne({ code });
    const present = role === null ? [] : await permissionsOf(strapi, role);
    if (role === null || !isUntouched(present, conditions)) continue;

    const others = present.filter(({ subject }) => subject === null || !NEWS.includes(subject));
    const news = (await Promise.all(content.map((right) => expand(strapi, right)))).flat();
    const importing = importer.map((name) => ({ action: PERMISSIONS[name], subject: null, properties: {}, conditions: [] }));
    await roles.assignPermissions(role.id, [...others, ...news, ...importing]);
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
