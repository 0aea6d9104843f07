import type { Core } from '@strapi/strapi';
import { describeModel } from './describe-model';
import type { ContentType, MediaTable, Model } from './model';
import { readRawModel } from './raw-model';

const FILE = 'plugin::upload.file';

interface LocalizationService {
  isLocalizedContentType(schema: unknown): boolean;
  getNonLocalizedAttributes(schema: unknown): string[];
}

interface LocaleService {
  getDefaultLocale(): Promise<string>;
}

/** Strapi's models, each described once. */
export interface Models {
  get(uid: string): Model;
  contentType(uid: string): ContentType;
  isContentType(uid: string): boolean;
  /** Uids of all content types and components. */
  readonly uids: readonly string[];
  readonly media: MediaTable;
  readonly fileTable: string;
  defaultLocale(): Promise<string>;
}

function describeMediaTable(strapi: Core.Strapi): MediaTable {
  const joinTable = readRawModel(strapi, FILE).attributes['related']?.joinTable;
  if (joinTable?.morphColumn === undefined) throw new Error(`The link table of ${FILE} is not known`);
  const { joinColumn, morphColumn } = joinTable;
  return {
    table: joinTable.name,
    fileColumn: joinColumn.name,
    relatedColumn: morphColumn.idColumn.name,
    typeColumn: morphColumn.typeColumn.name,
  };
}

function describeContentType(strapi: Core.Strapi, uid: string): ContentType {
  const schema = strapi.getModel(uid as Parameters<Core.Strapi['getModel']>[0]);
  const localization = strapi.plugin('i18n').service<LocalizationService>('content-types');
  const makeId = readRawModel(strapi, uid).attributes['documentId']?.default;
  if (typeof makeId !== 'function') throw new Error(`${uid} is not a content type with documents`);
  const localized = localization.isLocalizedContentType(schema);
  return {
    ...describeModel(strapi, uid),
    draftAndPublish: 'options' in schema && schema.options?.draftAndPublish === true,
    localized,
    shared: new Set(localized ? localization.getNonLocalizedAttributes(schema) : []),
    newDocumentId: () => String((makeId as () => unknown)()),
  };
}

export function createModels(strapi: Core.Strapi): Models {
  const models = new Map<string, Model>();
  const contentTypes = new Map<string, ContentType>();
  // Strapi gathers its models anew each time it is asked.
  const contentTypeUids = Object.keys(strapi.contentTypes);
  const known = new Set(contentTypeUids);
  const remember = <M>(described: Map<string, M>, uid: string, describe: (strapi: Core.Strapi, uid: string) => M): M => {
    const model = described.get(uid) ?? describe(strapi, uid);
    described.set(uid, model);
    return model;
  };

  return {
    get: (uid) => remember(models, uid, describeModel),
    contentType: (uid) => remember(contentTypes, uid, describeContentType),
    isContentType: (uid) => known.has(uid),
    uids: [...contentTypeUids, ...Object.keys(strapi.components)],
    media: describeMediaTable(strapi),
    fileTable: readRawModel(strapi, FILE).table,
    defaultLocale: () => strapi.plugin('i18n').service<LocaleService>('locales').getDefaultLocale(),
  };
}
