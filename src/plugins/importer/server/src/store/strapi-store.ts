import type { Core } from '@strapi/strapi';
import { writeTransaction } from './write-transaction';
import { articleKey } from '../pipeline/plan/ledger';
import type { Status, Store, WritableEntry } from '../pipeline/store';
import { type Articles, createArticles } from './articles';
import { createLedger, type Ledger } from './ledger';
import { createSiteStore } from './site';

/** Writes the article of an entry, unless it only says again what another page said. */
async function writeArticle(entry: WritableEntry, articles: Articles, ledger: Ledger, status: Status): Promise<string> {
  const { action, story } = entry;
  if (action === 'create') return articles.create(story, status);
  if (action === 'update') {
    await articles.update(entry.target, story);
    return entry.target.documentId;
  }
  const [original] = await ledger.itemsOfPages([entry.original]);
  if (original === undefined) throw new Error(`${entry.original}, which tells the same story, could not be written`);
  return original.targetId;
}

/** Keeps articles by way of the Document Service, one transaction for each page, and the ledger beside them. */
export function createStrapiStore(strapi: Core.Strapi): Store {
  const articles = createArticles(strapi);
  const ledger = createLedger(strapi);

  return {
    beginRun: ledger.beginRun,
    endRun: ledger.endRun,

    async lookUp(pages, storyKeys) {
      const [ofPages, ofStories] = await Promise.all([ledger.itemsOfPages(pages), ledger.itemsOfStories(storyKeys)]);
      return {
        // Where a page has told several stories in its time, the last one counts; where several pages tell a story, the first.
        byPage: new Map(ofPages.map((item) => [item.page, item])),
        byStory: new Map([...ofStories].reverse().map((item) => [item.storyKey, item])),
        articles: await articles.read([...new Set([...ofPages, ...ofStories].map(({ targetId }) => targetId))]),
      };
    },

    async write(entry, run, status) {
      return writeTransaction(strapi, async () => {
        const { page, story, storyKey, contentHash } = entry;
        const documentId = await writeArticle(entry, articles, ledger, status);
        await articles.raiseViews(documentId, story.views);
        const standing = (await articles.read([documentId])).get(articleKey(documentId, story.locale));
        if (standing === undefined) throw new Error(`The article ${documentId} is not there after it was written`);

        const { fields: written } = standing;
        const published = standing.publishedFields !== null;
        await ledger.record({ page, targetId: documentId, targetLocale: story.locale, storyKey, contentHash, written, published }, run);
        return documentId;
      });
    },

    ...createSiteStore(strapi, ledger),
  };
}
