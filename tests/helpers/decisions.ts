import { decide, type MetStories, type ReadPage } from '../../src/plugins/importer/server/src/import/plan/decide';
import { describeStory } from '../../src/plugins/importer/server/src/import/plan/describe-story';
import { fingerprint } from '../../src/plugins/importer/server/src/import/plan/fingerprint';
import { createSeenStories } from '../../src/plugins/importer/server/src/import/plan/seen-stories';
import { meetInChunk } from '../../src/plugins/importer/server/src/import/plan/met-stories';
import { IMPORTER_VERSION } from '../../src/plugins/importer/server/src/import/plan/importer-version';
import { articleKey, type CurrentArticle, type Known, type LedgerItem } from '../../src/plugins/importer/server/src/import/plan/ledger';
import type { Problem } from '../../src/plugins/importer/server/src/import/problem';
import { tellStory } from '../../src/plugins/importer/server/src/import/plan/story-fields';
import { termKey } from '../../src/plugins/importer/server/src/import/plan/terms';
import type { Line } from '../../src/plugins/importer/server/src/import/read/document';
import { isWhole, JUDGED, type Story, type WholeStory } from '../../src/plugins/importer/server/src/import/story';

/** Plain lines of a body. */
export const linesFrom = (texts: readonly string[]): Line[] => texts.map((text, index) => ({ number: index + 1, text }));

type RecognisedWhole = Story & Pick<WholeStory, 'title' | 'datePublished'>;

export const STORY: RecognisedWhole = {
  title: 'Маяк покрасили заново',
  datePublished: '2023-09-20T04:50:00.000Z',
  category: 'Культура',
  views: 642,
  locale: 'ru',
  ...{ dateModified: null, tags: [], byline: null, authors: [], originalUrl: null, slug: null, description: null, isDraft: false },
  body: linesFrom(['Полосы обновили за четыре дня.']),
  site: { slogan: null, partnersHeading: null, feedHeading: null, previousHeading: null, partners: [] },
  provenance: {},
  confidence: Object.fromEntries(JUDGED.map((field) => [field, 1])) as unknown as Story['confidence'],
};

/** Fingerprints of a story that a page has told. */
export const printsOf = ({ title, datePublished, ...story }: RecognisedWhole) =>
  describeStory({ ...tellStory({ ...story, title, datePublished }), title, datePublished });

const FIELDS = { ...printsOf(STORY).fields, category: fingerprint('rubric1'), slug: fingerprint('mayak') };
const TERMS = new Map([[termKey({ kind: 'category', name: 'Культура', locale: 'ru' }), 'rubric1']]);
export const NOTHING: Known = {
  byPage: new Map(),
  byPath: new Map(),
  byStory: new Map(),
  byAddress: new Map(),
  articles: new Map(),
  withoutDocument: new Map(),
  terms: TERMS,
};

export const recognised = (page: string, change: Partial<Story> = {}, problems: Problem[] = []): ReadPage => {
  const story = tellStory({ ...STORY, ...change });
  const prints = isWhole(story) ? describeStory(story) : null;
  return {
    page,
    path: `/archive/${page}`,
    pathBelow: page.slice(page.indexOf('/') + 1),
    pageHash: 'bytes',
    reading: 'as ever',
    problems,
    recognised: { story, prints, sketch: 'sketch', skipped: null },
  };
};

/** A page whose bytes are as the ledger knows them. */
export const sameBytes = (page: string): ReadPage => ({ ...recognised(page), recognised: null });

export const itemOf = (page: string, story: RecognisedWhole = STORY, more: Partial<LedgerItem> = {}): LedgerItem => ({
  ...{
    id: 1,
    page,
    targetId: 'doc1',
    targetLocale: 'ru',
    storyKey: printsOf(story).storyKey,
    contentHash: printsOf(story).contentHash,
    pageHash: 'bytes',
  },
  ...{ reading: 'as ever', written: FIELDS, published: true, standing: null, status: 'imported', problems: [], sketch: null },
  ...{ run: 1, importerVersion: IMPORTER_VERSION },
  ...more,
});

export const SHOWN = { title: STORY.title, lead: null, body: null, datePublished: null, category: null };
export const ARTICLE: CurrentArticle = { documentId: 'doc1', locale: 'ru', fields: FIELDS, publishedFields: FIELDS, shown: SHOWN };

/** What is known when the ledger holds some items, and some of their articles are still there. */
export const knownFrom = (items: LedgerItem[], articles: CurrentArticle[]): Known => ({
  byPage: new Map(items.map((item) => [item.page, item])),
  byPath: new Map(items.flatMap((item) => (item.pathBelow ? [[item.pathBelow, item] as const] : []))),
  byStory: new Map(items.map((item) => [item.storyKey, item])),
  articles: new Map(articles.map((article) => [articleKey(article.documentId, article.locale), article])),
  byAddress: new Map(items.flatMap((item) => (item.address ? [[item.address, item] as const] : []))),
  withoutDocument: new Map(),
  terms: TERMS,
});

/** A run that has met no story yet. */
export const nothingMet = (): MetStories => meetInChunk(createSeenStories(), NOTHING);

export const decideOne = (page: ReadPage, known: Known, met: MetStories = nothingMet()) => decide(page, known, met);

/** An article as an editor has left it. */
export const edited = (change: Record<string, string>, published: Record<string, string> = change): CurrentArticle => ({
  ...ARTICLE,
  fields: { ...FIELDS, ...change },
  publishedFields: { ...FIELDS, ...published },
});
