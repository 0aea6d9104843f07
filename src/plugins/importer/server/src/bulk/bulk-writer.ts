import type { Core } from '@strapi/strapi';
import { createDocuments } from './actions/create';
import { publishDocuments } from './actions/publish';
import { deleteDocuments, unpublishDocuments } from './actions/remove';
import { updateDocuments } from './actions/update';
import { createColumnValues } from './content/column-value';
import { createEntryValidator } from './content/entry-validator';
import type { BulkWriter, DocumentPlace } from './documents';
import { createModels } from './model/models';
import { type Problem, refuseIfAny } from './refusal';
import { openTables } from './rows/open-tables';
import type { Transaction } from './rows/tables';
import type { Session } from './session';

type Localizable = Pick<DocumentPlace, 'locale'>;

const DATABASES = ['sqlite', 'postgres'];

/** Settings under which the Document Service writes other rows than this module. */
function findUnsupportedSettings(strapi: Core.Strapi): Problem[] {
  const isOn = (path: string) => strapi.config.get(path) === true;
  const settings = ['api.documents.strictRelations', 'features.future.experimental_firstPublishedAt'].filter(isOn);
  const found = settings.map((path) => `the setting ${path} is not supported`);
  const { client } = strapi.db.dialect;
  if (!DATABASES.includes(client)) found.push(`the database ${client} is not supported`);
  return found.map((message) => ({ document: null, field: null, message }));
}

export interface BulkWriterOptions {
  /** The time that rows bear as `createdAt`, `updatedAt` and `publishedAt`. Asked once for each call. */
  readonly now?: () => Date;
  /**
   * Whether the ids that new documents bring were made for them, so that they never come twice, as Strapi's own don't: then they are
   * not looked for among the documents that stand.
   */
  readonly idsAreNew?: boolean;
}

/**
 * A writer for one content type. It may be kept for as long as Strapi runs.
 *
 * @throws BulkRefusal when the database or a setting of the project is not supported.
 * @throws Error when there is no such content type.
 */
export function createBulkWriter(strapi: Core.Strapi, uid: string, options: BulkWriterOptions = {}): BulkWriter {
  refuseIfAny(uid, findUnsupportedSettings(strapi));
  const models = createModels(strapi);
  const type = models.contentType(uid);
  const { now = () => new Date(), idsAreNew = false } = options;

  const validator = createEntryValidator(strapi, models, uid);

  /** Asking for it is a query, which small batches would feel. */
  const defaultLocaleFor = async (items: readonly Localizable[]): Promise<string> =>
    type.localized && items.every(({ locale }) => locale !== undefined) ? '' : await models.defaultLocale();

  const run = async <Result>(
    items: readonly Localizable[],
    empty: Result,
    action: (session: Session) => Promise<Result>,
  ): Promise<Result> => {
    if (items.length === 0) return empty;
    const defaultLocale = await defaultLocaleFor(items);
    const inTransaction = async ({ trx }: { readonly trx: Transaction }) => {
      const tables = await openTables(strapi, trx);
      return action({
        ...{ strapi, models, type, validator, tables, toColumn: createColumnValues() },
        ...{ defaultLocale, idsAreNew, now: now() },
      });
    };
    return await strapi.db.transaction(inTransaction);
  };

  return {
    create: (documents) => run(documents, [], (session) => createDocuments(session, documents)),
    update: (changes) => run(changes, undefined, (session) => updateDocuments(session, changes)),
    publish: (places) => run(places, undefined, (session) => publishDocuments(session, places)),
    unpublish: (places) => run(places, undefined, (session) => unpublishDocuments(session, places)),
    delete: (places) => run(places, undefined, (session) => deleteDocuments(session, places)),
  };
}
