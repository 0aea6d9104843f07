import type { Core } from '@strapi/strapi';
import { rowsOf } from '../database/rows';
import { type ContentModel, FIELDS_OF_TERMS } from './content-model';
import { TERM_KINDS } from '../import/plan/terms';

/** A category, a tag or an author. */
export interface NamedDocument {
  readonly documentId: string;
  readonly name: string;
}

/** What an editor can change in an article besides relations and its cover. */
export const SCALARS = ['title', 'slug', 'lead', 'body', 'datePublished', 'dateModified', 'byline', 'originalUrl'] as const;

/** A row of an article, by the importer's names. What its type has no field for is empty. */
export interface ArticleRow extends Readonly<Record<(typeof SCALARS)[number], unknown>> {
  readonly documentId: string;
  /** Empty for a type without languages. */
  readonly locale: string;
  /** Whether editors change it, and whether readers see it: both, in a type without drafts. */
  readonly isDraft: boolean;
  readonly isPublished: boolean;
  readonly category: NamedDocument | null;
  readonly tags: readonly NamedDocument[];
  readonly authors: readonly NamedDocument[];
  readonly cover: { readonly id: number } | null;
}

/** Finds whole articles. */
export interface ArticleRows {
  /** @param where by Strapi's own names of fields that all types have. */
  find(where: Readonly<Record<string, unknown>>): Promise<ArticleRow[]>;
}

type Row = Readonly<Record<string, unknown>>;

const listOf = (value: unknown): readonly Row[] =>
  Array.isArray(value) ? (value as Row[]) : typeof value === 'object' && value ? [value as Row] : [];

export function createArticleRows(strapi: Core.Strapi, { article, terms }: ContentModel): ArticleRows {
  const { fields, draftAndPublish } = article;
  const populate: Record<string, object> = fields.cover === null ? {} : { [fields.cover]: { select: ['id'] } };
  for (const kind of TERM_KINDS) {
    const [field, type] = [fields[FIELDS_OF_TERMS[kind]], terms[kind]];
    if (field !== null && type !== null) populate[field] = { select: ['documentId', ...type.ownNames(['name'])] };
  }
  const named = (kind: (typeof TERM_KINDS)[number], found: unknown): NamedDocument[] =>
    listOf(found).map((row) => ({ documentId: String(row['documentId']), name: String(terms[kind]?.fromRow(row).name) }));

  return {
    async find(where) {
      const rows = await rowsOf<Row>(strapi, article.uid).findMany({ where, populate });
      return rows.map((row): ArticleRow => {
        const { category, tags, authors, cover, ...scalars } = article.fromRow(row);
        const isPublished = row['publishedAt'] !== null;
        return {
          ...scalars,
          ...{ documentId: String(row['documentId']), locale: article.localeOf(row['locale']) },
          ...{ isDraft: !draftAndPublish || !isPublished, isPublished: !draftAndPublish || isPublished },
          category: named('category', category)[0] ?? null,
          ...{ tags: named('tag', tags), authors: named('author', authors) },
          cover: cover as ArticleRow['cover'],
        };
      });
    },
  };
}
