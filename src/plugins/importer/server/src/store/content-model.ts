import type { Core, UID } from '@strapi/strapi';
import { contentTypes } from '@strapi/utils';
import { z } from 'zod';
import { type ContentConfiguration, contentConfiguration } from '../content-configuration';
import type { TermField, TermKind } from '../import/plan/terms';
import type { SiteProfile, UnheldField } from '../import/profile';

/** The fields of articles that hold terms, by what they hold. */
export const FIELDS_OF_TERMS = { category: 'category', tag: 'tags', author: 'authors' } as const satisfies Record<TermKind, TermField>;

type Values = Readonly<Record<string, unknown>>;

/** A type's own names of its fields, by the importer's; null for what it has no field for. */
type Names = Readonly<Record<string, string | null>>;

/** A content type of the application, by the names that the importer has for its fields. */
export interface MappedType<Fields extends Names = Names> {
  readonly uid: UID.ContentType;
  readonly localized: boolean;
  readonly draftAndPublish: boolean;
  readonly fields: Readonly<Fields>;
  /** The type's own names of those of some fields that it has. */
  readonly ownNames: (fields: readonly (keyof Fields)[]) => string[];
  /** Values by the type's own names, without those that it has no field for. */
  readonly toData: (values: Values) => Record<string, unknown>;
  /** All values of a row by the importer's names; null for what the type has no field for. */
  readonly fromRow: (row: Values) => Record<keyof Fields, unknown>;
}

type FieldsOf<Key extends keyof ContentConfiguration> =
  NonNullable<ContentConfiguration[Key]> extends { readonly fields: infer Fields extends Names } ? Fields : never;

export interface ArticleType extends MappedType<FieldsOf<'article'>> {
  /** Which rows editors change: drafts, or all of a type that has none. */
  readonly drafts: Values;
  /** The language of a row as the ledger has it; empty for a type that has none. */
  readonly localeOf: (locale: unknown) => string;
}

export type TermType = MappedType<FieldsOf<'category'>>;

export type PartnerType = MappedType<FieldsOf<'partner'>>;

/** The content types that an import writes; null for those that the application does without. */
export interface ContentModel {
  readonly article: ArticleType;
  readonly terms: Readonly<Record<TermKind, TermType | null>>;
  readonly site: MappedType<FieldsOf<'site'>> | null;
  readonly partner: PartnerType | null;
  readonly views: MappedType<FieldsOf<'views'>> | null;
  readonly derivedTables: readonly string[];
  /** What of a story articles have no place for. */
  readonly unheld: readonly UnheldField[];
}

const localized = z.object({ i18n: z.object({ localized: z.literal(true) }) });

interface Configured<Fields extends Names> {
  readonly uid: string;
  readonly fields: Fields;
}

function mapType<Fields extends Names>(strapi: Core.Strapi, { uid: named, fields }: Configured<Fields>): MappedType<Fields> {
  const uid = named as UID.ContentType;
  const type = strapi.contentType(uid);
  const entries = Object.entries(fields);
  const own = new Map<PropertyKey, string>(entries.flatMap(([field, name]) => (name === null ? [] : [[field, name]])));
  return {
    ...{ uid, fields, localized: localized.safeParse(type.pluginOptions).success, draftAndPublish: contentTypes.hasDraftAndPublish(type) },
    ownNames: (asked) => asked.flatMap((field) => own.get(field) ?? []),
    toData(values) {
      const data: Record<string, unknown> = {};
      for (const field in values) {
        const name = own.get(field);
        if (name !== undefined) data[name] = values[field];
      }
      return data;
    },
    fromRow(row) {
      const values: Record<string, unknown> = {};
      for (const [field, name] of entries) values[field] = name === null ? null : (row[name] ?? null);
      return values as Record<keyof Fields, unknown>;
    },
  };
}

/** What a story may have no place in. An article's slug and cover are no part of a story. */
const MAY_LACK = ['lead', 'dateModified', 'byline', 'originalUrl', 'category', 'tags', 'authors'] as const satisfies readonly UnheldField[];

/**
 * The content types that are configured, as they are: call it when all are known.
 *
 * @throws where one is not there: `checkContentTypes` says which.
 */
export function contentModelOf(strapi: Core.Strapi): ContentModel {
  const configured = usedTypes(contentConfiguration.parse(strapi.plugin('importer').config('content')));
  const { article, site, partner, views, derivedTables } = configured;
  const optional = <Fields extends Names>(type: Configured<Fields> | null) => (type === null ? null : mapType(strapi, type));
  const mapped = mapType(strapi, article);
  return {
    article: {
      ...mapped,
      drafts: mapped.draftAndPublish ? { publishedAt: null } : {},
      localeOf: (locale) => (mapped.localized ? String(locale) : ''),
    },
    terms: { category: optional(configured.category), tag: optional(configured.tag), author: optional(configured.author) },
    ...{ site: optional(site), partner: optional(partner), views: optional(views), derivedTables },
    unheld: [...MAY_LACK.filter((field) => article.fields[field] === null), ...(views === null ? (['views'] as const) : [])],
  };
}

/** A profile with what articles don't hold of stories. Where they hold all, it stays as it is, and pages are read as they were. */
export function withContent({ articles: _before, ...profile }: SiteProfile, { article, unheld }: ContentModel): SiteProfile {
  return article.localized && unheld.length === 0 ? profile : { ...profile, articles: { unheld, localized: article.localized } };
}

/** A configuration without terms that articles have no field for, and without fields for terms that are left out. */
export function usedTypes(configured: ContentConfiguration): ContentConfiguration {
  const { article, category, tag, author } = configured;
  const terms = { category, tag, author };
  const fields = { ...article.fields };
  for (const [kind, field] of Object.entries(FIELDS_OF_TERMS) as [TermKind, TermField][]) {
    if (terms[kind] === null) fields[field] = null;
    if (fields[field] === null) terms[kind] = null;
  }
  return { ...configured, ...terms, article: { ...article, fields } };
}
