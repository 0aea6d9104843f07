import type { Core } from '@strapi/strapi';
import { numberList, readerOf, type Row } from '../reader/reader';
import type { ArticleSummary, ChosenArticle, Named } from './article-schema';
import { type Choice, type Linked, LINKED } from './choice';
import { dateOf } from './to-article';

type Lists = Extract<Linked, 'tags' | 'authors'>;

/** Selects what many articles are linked to, by their numbers, in the order that editors have given it. */
const STATEMENTS: Readonly<Record<Lists, (numbers: string) => string>> = {
  tags: (numbers) => `select l.article_id, t.document_id, t.name, t.slug from articles_tags_lnk l join tags t on t.id = l.tag_id
    where l.article_id in ${numbers} order by l.tag_ord, l.id`,
  authors: (numbers) => `select l.article_id, t.document_id, t.name, t.slug from articles_authors_lnk l join authors t on t.id = l.author_id
    where l.article_id in ${numbers} order by l.author_ord, l.id`,
};

const isList = (name: Linked): name is Lists => name in STATEMENTS;

const numberOf = (row: Row) => Number(row['article_id']);

/** What articles are linked to by one of their lists, by the number of the article's row, read with one statement. */
async function readLists(strapi: Core.Strapi, list: Lists, rows: readonly Row[]): Promise<ReadonlyMap<number, readonly Named[]>> {
  const found = new Map(rows.map((row) => [numberOf(row), [] as Named[]]));
  const statement = STATEMENTS[list](numberList(strapi));
  for (const row of await readerOf(strapi).all(statement, [JSON.stringify([...found.keys()])])) {
    const slug = row['slug'];
    const named = { documentId: String(row['document_id']), name: String(row['name']), slug: typeof slug === 'string' ? slug : null };
    found.get(numberOf(row))?.push(named);
  }
  return found;
}

/**
 * Articles in the order of their rows: as they usually are, or what was chosen of them. As in Strapi's own routes, whoever chooses fields
 * gets no links but those that are chosen too.
 *
 * @param rows with `ARTICLE_COLUMNS`, and what `usual` needs.
 * @param usual an article as the route answers with it where nothing is chosen.
 */
export async function chooseArticles<Usual extends ArticleSummary>(
  strapi: Core.Strapi,
  rows: readonly Row[],
  usual: (row: Row) => Usual,
  { fields, populate }: Choice,
): Promise<(Usual | ChosenArticle)[]> {
  if (fields === undefined && populate === undefined) return rows.map(usual);
  const lists = await Promise.all(
    (populate ?? []).filter(isList).map(async (list) => [list, await readLists(strapi, list, rows)] as const),
  );
  return rows.map((row): ChosenArticle => {
    const article = usual(row);
    const own = fields ?? Object.keys(article).filter((name) => !LINKED.some((one) => one === name));
    const originalUrl = row['original_url'] ?? null;
    const linked = Object.fromEntries(lists.map(([list, of]) => [list, of.get(numberOf(row)) ?? []]));
    const known: Readonly<Record<string, unknown>> = { ...article, dateModified: dateOf(row['date_modified']), originalUrl, ...linked };
    const chosen = Object.fromEntries([...own, ...(populate ?? [])].map((name) => [name, known[name]]));
    return { documentId: article.documentId, ...chosen };
  });
}
