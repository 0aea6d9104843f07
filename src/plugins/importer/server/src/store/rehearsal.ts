import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import Database from 'better-sqlite3';
import type { Known, LedgerItem } from '../import/plan/ledger';
import { type PlanEntry, storyLeftBy } from '../import/plan/plan-entry';
import { filledTexts, type SiteChange } from '../import/report/run-report';
import type { OpenRun, Outcome, Sketched, Teller } from '../import/store';
import type { ChunkParts } from './chunk/chunk-writing';
import { correctionsFor } from './corrections';
import { lastOfEach } from './ledger';
import { lookUp } from './look-up';
import { afterUpdate, refuseRepeated, type RehearsedUpdate, withUpdates } from './rehearsed-updates';
import { createSiteReader } from './site';
import { findTellers, readSketches } from './sketches';

/** The stories that a rehearsal would have put into the ledger, in a file, as there may be a million. */
interface Scratch {
  add(entries: readonly PlanEntry[]): void;
  pagesOf(storyKeys: readonly string[]): Map<string, string>;
  /** Whether a page told a story before and would tell another by now. */
  hasLeft(item: LedgerItem): boolean;
  /** Remembers what an update would have left of an article. */
  update(rehearsed: RehearsedUpdate): void;
  /** The updates of some articles, by `articleKey`. */
  updatesOf(keys: readonly string[]): RehearsedUpdate[];
  /** Their ids are negative, so that none is an item's. */
  sketches(): Generator<readonly Sketched[]>;
  tellersOf(ids: readonly number[]): Map<number, Teller>;
}

/** The article that a page belongs to already. */
function documentIdOf(entry: PlanEntry): string | null {
  if ('item' in entry) return entry.item.targetId;
  return null;
}

/** So many are read together. */
const SKETCHES_AT_ONCE = 5000;

function openScratch(file: string): Scratch & { close(): void } {
  const database = new Database(file);
  database.pragma('journal_mode = OFF');
  database.pragma('synchronous = OFF');
  database.exec('create table stories (id integer primary key, story_key text unique, page text not null, target text, sketch text)');
  database.exec('create table updates (article text primary key, rehearsed text not null) without rowid');
  database.exec('create table left_stories (story_key text, page text, primary key (story_key, page)) without rowid');
  const insert = database.prepare('insert or ignore into stories (story_key, page, target, sketch) values (?, ?, ?, ?)');
  const leave = database.prepare('insert or ignore into left_stories values (?, ?)');
  const update = database.prepare('insert or replace into updates values (?, ?)');
  const updates = database.prepare('select rehearsed from updates where article in (select value from json_each(?))').pluck();
  const hasLeft = database.prepare('select 1 from left_stories where story_key = ? and page = ?');
  const select = database.prepare('select story_key as storyKey, page from stories where story_key in (select value from json_each(?))');
  const sketched = database.prepare('select id, sketch from stories where sketch is not null and id > ? order by id limit ?');
  const tellers = database.prepare(
    'select -id as id, page, target as documentId from stories where id in (select -value from json_each(?))',
  );

  return {
    add: database.transaction((entries: readonly PlanEntry[]) => {
      for (const entry of entries) {
        const isNew = entry.action === 'create' || entry.action === 'update';
        if (isNew || entry.action === 'duplicate')
          insert.run(entry.prints.storyKey, entry.page, documentIdOf(entry), isNew ? entry.sketch : null);
        const left = storyLeftBy(entry);
        if (left !== null) leave.run(left.storyKey, left.page);
      }
    }),
    pagesOf: (storyKeys) => {
      const rows = select.all(JSON.stringify(storyKeys)) as { storyKey: string; page: string }[];
      return new Map(rows.map(({ storyKey, page }) => [storyKey, page]));
    },
    update: ({ key, ...rest }) => void update.run(key, JSON.stringify({ key, ...rest })),
    updatesOf: (keys) => (updates.all(JSON.stringify(keys)) as string[]).map((text) => JSON.parse(text) as RehearsedUpdate),
    hasLeft: ({ storyKey, page }) => hasLeft.get(storyKey, page) !== undefined,
    *sketches() {
      let last = 0;
      for (;;) {
        const rows = sketched.all(last, SKETCHES_AT_ONCE) as { id: number; sketch: string }[];
        yield rows.map(({ id, sketch }) => ({ id: -id, sketch, isNew: true }));
        if (rows.length < SKETCHES_AT_ONCE) return;
        last = rows.at(-1)?.id ?? last;
      }
    },
    tellersOf(ids) {
      const rows = tellers.all(JSON.stringify(ids)) as (Teller & { id: number })[];
      return new Map(rows.map(({ id, page, documentId }) => [id, { page, documentId }]));
    },
    close: () => database.close(),
  };
}

/** Whether the ledger would learn something of the page that an article was made of, and the article would stay as it is. */
const isReadAnew = (entry: PlanEntry): boolean => 'learnt' in entry && entry.learnt !== null && entry.item.page === entry.page;

/** A page may have told several articles in its time. */
const tellingOf = (page: string, documentId: string | null) => `${documentId ?? ''} ${page}`;

/** What stands for the ledger's item of a page that is not written. */
const imagined = (page: string, storyKey: string): LedgerItem => ({
  ...{ id: 0, page, storyKey, targetId: '', targetLocale: '', contentHash: '', pageHash: null, reading: null, written: {} },
  ...{ published: false, standing: null, status: 'imported', problems: [], sketch: null, run: 0, importerVersion: 0 },
});

function rehearse(parts: ChunkParts, scratch: Scratch, close: () => Promise<void>): OpenRun {
  const { strapi, ledger } = parts;
  const reader = createSiteReader(parts);
  const changes: SiteChange[] = [];
  const filled = new Set<string>();
  const readAnew = new Set<string>();
  const opened = Date.now();

  const withScratch = (known: Known, storyKeys: readonly string[]): Known => {
    const stories = [...scratch.pagesOf(storyKeys)].map(([storyKey, page]) => [storyKey, imagined(page, storyKey)] as const);
    return { ...known, byStory: new Map([...stories, ...known.byStory]) };
  };

  return {
    id: null,
    resumed: null,
    counted: () => Promise.resolve(),
    stopRequest: () => Promise.resolve(null),
    restart: () => Promise.resolve(),
    keepKnown: () => Promise.resolve(),
    lookUpPages: async (pages) => lastOfEach(await ledger.rememberedOf(pages), ({ page }) => page),

    lookUpCorrections: correctionsFor(parts.corrections),

    async lookUp(pages) {
      const keys = pages.flatMap(({ recognised }) => recognised?.prints?.storyKey ?? []);
      const found = await lookUp(pages, parts, (item) => scratch.hasLeft(item));
      return withScratch(withUpdates(found, scratch.updatesOf([...found.articles.keys()])), keys);
    },

    commit({ entries, known }) {
      refuseRepeated(entries);
      scratch.add(entries);
      for (const entry of entries) if (entry.action === 'update') scratch.update(afterUpdate(entry, known));
      for (const entry of entries) if (isReadAnew(entry)) readAnew.add(tellingOf(entry.page, documentIdOf(entry)));
      return Promise.resolve(entries.map((entry): Outcome => ({ entry, documentId: documentIdOf(entry) })));
    },

    pages: () => Readable.from([]) as AsyncIterable<never>,
    siteChanges: () => Promise.resolve(changes),

    async *sketches() {
      yield* readSketches(strapi, ({ page, targetId }) => readAnew.has(tellingOf(page, targetId)));
      yield* scratch.sketches();
    },
    async tellersOf(ids) {
      const kept = await findTellers(
        strapi,
        ids.filter((id) => id > 0),
      );
      return new Map([...kept, ...scratch.tellersOf(ids.filter((id) => id < 0))]);
    },

    async missingSiteTexts(locale, texts) {
      const missing = Object.entries(await reader.missingSiteTexts(locale, texts));
      return Object.fromEntries(missing.filter(([field]) => !filled.has(`${locale}/${field}`)));
    },
    fillSite(locale, texts) {
      for (const field of Object.keys(texts)) filled.add(`${locale}/${field}`);
      changes.push(...filledTexts(locale, texts));
      return Promise.resolve();
    },
    missingPartners: async (partners) => (await reader.missingPartners(partners)).filter(({ name }) => !filled.has(`@${name}`)),
    addPartner({ name }) {
      filled.add(`@${name}`);
      changes.push({ partner: name });
      return Promise.resolve();
    },

    end: () => Promise.resolve({ durationMs: Date.now() - opened }),
    fail: () => Promise.resolve(),
    close,
  };
}

/** A run that decides as a recorded one would, and writes nothing but a temporary file. */
export async function openRehearsal(parts: ChunkParts): Promise<OpenRun> {
  const folder = await mkdtemp(path.join(tmpdir(), 'newsroom-rehearsal-'));
  const removeFolder = () => rm(folder, { recursive: true, force: true });
  try {
    const scratch = openScratch(path.join(folder, 'scratch.db'));
    return rehearse(parts, scratch, () => {
      scratch.close();
      return removeFolder();
    });
  } catch (cause) {
    await removeFolder();
    throw cause;
  }
}
