import type { Core, UID } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { dialectOf } from '../derived/in-transaction';
import { rowsOf } from '../plugins/importer/server/src/database/rows';
import { findSlug, isSlugConflict } from '../plugins/importer/server/src/slugs/find-slugs';
import { type SlugField, slugFieldOf } from '../plugins/importer/server/src/slugs/slug-field';

type Data = Record<string, unknown>;

interface Parameters {
  readonly documentId?: string;
  readonly locale?: string;
  readonly status?: string;
  readonly data?: Data;
}

const textIn = (data: Data | undefined, name: string): string => {
  const value = data?.[name];
  return typeof value === 'string' ? value.trim() : '';
};

/** The text that the slug of a document is to be made from, or undefined when its slug stays as it is. */
async function textForSlug(strapi: Core.Strapi, uid: UID.ContentType, field: SlugField, action: string, parameters: Parameters) {
  const { data, documentId, locale } = parameters;
  const given = textIn(data, field.name);
  if (given !== '') return given;
  if (action === 'create') return textIn(data, field.source) || undefined;

  const where = { documentId, ...(action === 'update' && locale !== undefined ? { locale } : {}) };
  const current = await rowsOf<Data>(strapi, uid).findOne({ where });
  const cleared = data !== undefined && field.name in data;
  const standing = textIn(current ?? {}, field.name);
  // What is published must be free among what others have published meanwhile.
  if (action === 'update' && !cleared && standing !== '') return parameters.status === 'published' ? standing : undefined;
  return textIn(data, field.source) || textIn(current ?? {}, field.source) || undefined;
}

interface LocalesService {
  getDefaultLocale(): Promise<string>;
}

/** Strapi writes into the default locale where none is named. */
async function withLocale(strapi: Core.Strapi, parameters: Parameters, { localized }: SlugField): Promise<Parameters> {
  if (!localized || parameters.locale !== undefined) return parameters;
  return { ...parameters, locale: await strapi.plugin('i18n').service<LocalesService>('locales').getDefaultLocale() };
}

/** Whoever loses a slug to another writer looks for the next one so often: each time somebody else has got one. */
const MOST_TRIES = 50;

const SAVEPOINT = 'before_slug';

interface Transaction {
  raw(sql: string, values?: readonly string[]): PromiseLike<unknown>;
}

/** A refusal as the panel shows it beside the field. */
function takenError({ name }: SlugField): errors.ValidationError {
  const message = 'This address is taken by another document. Choose another one.';
  return new errors.ValidationError(message, { errors: [{ path: [name], message, name: 'ValidationError' }] });
}

/**
 * Waits for whoever is writing the same document, an import say: Strapi looks which rows it has, and takes for granted that these stay. On
 * SQLite a transaction has waited for everybody already.
 */
async function holdDocument(strapi: Core.Strapi, uid: UID.ContentType, documentId: string | undefined, trx: Transaction): Promise<void> {
  if (documentId === undefined || dialectOf(strapi) === 'sqlite') return;
  const { tableName } = strapi.db.metadata.get(uid);
  await trx.raw('select id from ?? where document_id = ? order by id for update', [tableName, documentId]);
}

interface Writing<Result> {
  readonly hold: (trx: Transaction) => Promise<void>;
  readonly choose: () => Promise<void>;
  readonly write: () => Promise<Result>;
}

/**
 * Writes with slugs that `choose` finds, in one transaction: on SQLite nobody else writes meanwhile. On PostgreSQL somebody may; then the
 * database refuses the slug, what was begun is taken back, and another is found.
 */
async function writeWithSlug<Result>(strapi: Core.Strapi, field: SlugField, { hold, choose, write }: Writing<Result>): Promise<Result> {
  return strapi.db.transaction(async ({ trx }: { trx: Transaction }): Promise<Result> => {
    await hold(trx);
    for (let tries = 1; ; tries += 1) {
      await trx.raw(`savepoint ${SAVEPOINT}`);
      try {
        await choose();
        const result = await write();
        await trx.raw(`release savepoint ${SAVEPOINT}`);
        return result;
      } catch (cause) {
        if (!isSlugConflict(cause)) throw cause;
        await trx.raw(`rollback to savepoint ${SAVEPOINT}`);
        if (tries === MOST_TRIES) throw takenError(field);
      }
    }
  }) as Promise<Result>;
}

interface Draft extends Data {
  readonly id: number;
  readonly locale: string | null;
}

/** A draft whose slug somebody has published first gets the next one before it is published. */
async function numberDrafts(
  strapi: Core.Strapi,
  uid: UID.ContentType,
  field: SlugField,
  { documentId, locale }: Parameters,
): Promise<void> {
  const where = { documentId, publishedAt: null, ...(locale === undefined || locale === '*' ? {} : { locale: { $in: [locale].flat() } }) };
  for (const draft of await rowsOf<Draft>(strapi, uid).findMany({ where })) {
    const current = textIn(draft, field.name);
    if (current === '') continue;
    const slug = await findSlug(strapi, { uid, field, locale: draft.locale ?? undefined, documentId }, current);
    if (slug !== current) await rowsOf(strapi, uid).update({ where: { id: draft.id }, data: { [field.name]: slug } });
  }
}

/** What makes a slug, or may. */
const MAKING = ['create', 'update', 'clone'];

const WRITING = [...MAKING, 'publish', 'unpublish', 'discardDraft', 'delete'];

function giveSlugs(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    const field = WRITING.includes(context.action) ? slugFieldOf(strapi, context.uid) : undefined;
    if (field === undefined) return next();
    const { uid, action, params } = context;
    const asked = params as Parameters;

    const choose = async () => {
      if (action === 'publish') return numberDrafts(strapi, uid, field, asked);
      if (!MAKING.includes(action)) return;
      const parameters = await withLocale(strapi, asked, field);
      const text = await textForSlug(strapi, uid, field, action, parameters);
      if (text === undefined) return;
      const documentId = action === 'update' ? parameters.documentId : undefined;
      const locale = action === 'clone' ? undefined : parameters.locale;
      const slug = await findSlug(strapi, { uid, field, locale, documentId }, text);
      context.params = { ...params, data: { ...parameters.data, [field.name]: slug } };
    };
    const hold = (trx: Transaction) => holdDocument(strapi, uid, asked.documentId, trx);
    return writeWithSlug(strapi, field, { hold, choose, write: async () => next() });
  });
}

interface UidRequest {
  readonly contentTypeUID: UID.ContentType;
  readonly data: Data;
  readonly locale?: string;
}

interface UidService {
  generateUIDField(request: UidRequest): Promise<string>;
}

interface ServiceRegistry {
  extend(uid: string, wrap: (service: UidService) => UidService): void;
}

/** The panel's "Regenerate" button asks the same slugger. */
function answerPanel(strapi: Core.Strapi): void {
  const services = strapi.get<ServiceRegistry>('services');
  services.extend('plugin::content-manager.uid', (original) => ({
    ...original,
    async generateUIDField(request) {
      const { contentTypeUID: uid, data, locale } = request;
      const field = slugFieldOf(strapi, uid);
      if (field === undefined) return original.generateUIDField(request);

      const place = { uid, field, locale, documentId: textIn(data, 'documentId') || undefined };
      return findSlug(strapi, place, textIn(data, field.source) || ' ');
    },
  }));
}

/** Gives every document with a slug field its slug, whichever way it is made. Call it in `register`. */
export function registerSlugs(strapi: Core.Strapi): void {
  giveSlugs(strapi);
  answerPanel(strapi);
}
