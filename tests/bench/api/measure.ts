import type { TemporaryDatabase } from '../import/databases';
import type { Workplace } from '../import/workplace';
import { countUntilKilled } from './lose-views';
import type { Figures } from './load';
import { type LoadName, prepareLoads } from './loads';
import { runTask } from './run-task';
import { startServer } from './server';

const SEED = 7;

/** A larger archive is compared to one of this size, with stories that are as long. */
const ORDINARY = 100_000;

/** Archives above this have short stories: what matters there is the number of rows. */
const MOST_LONG_STORIES = 200_000;

/** Strapi's own list is compared to that of an archive of this size, */
const SMALL = 1000;

/** and search to that of one of this size. */
const MIDDLE = 10_000;

/** Measured with the cache of answers off as well. */
const UNCACHED = { feedUncached: 'feedFirst', graphqlUncached: 'graphqlFeed', searchUncached: 'search' } as const;
const NO_CACHE = { ANSWER_CACHE_MS: '0' };

/** What sends requests holds what it measures in memory, and is not to stop for clearing that away in the midst of it. */
const SENDING = { variables: {}, nodeOptions: ['--max-semi-space-size=128', '--min-semi-space-size=128'] };

/** One reader, from one address, counts as many. */
const SETTINGS = { VIEWS_REPEAT_MINUTES: '0', VIEWS_PER_MINUTE: '0', SEARCHES_PER_MINUTE: '0' };

const NEWS: readonly LoadName[] = [
  'floor',
  'feedFirst',
  'feedDeep',
  'feedRareCategory',
  'graphqlFeed',
  'bySlug',
  'previous',
  'mostRead',
  'search',
  'views',
];
const STOCK: readonly LoadName[] = ['stockFirst', 'stockDeep'];

export type Measured = Partial<Record<LoadName | keyof typeof UNCACHED | 'stockFirstSmall' | 'searchMiddle', Figures>>;

export interface Measurement {
  readonly figures: Measured;
  /** How many articles the deep page lies below the first. */
  readonly offset: number;
  /** Views that were acknowledged, and are not there after a `kill -9`; null where none are counted. */
  readonly viewsLost?: number | null;
  /** What an archive of `ORDINARY` size takes, where the archive is larger. */
  readonly ordinary?: Measured | null;
}

interface Archive {
  readonly database: TemporaryDatabase;
  readonly variables: Readonly<Record<string, string>>;
  readonly articles: number;
}

interface ArchivePlan {
  readonly articles: number;
  readonly isShort?: boolean;
}

type Tell = (what: string) => void;

interface Plan {
  readonly articles: number;
  readonly seconds: number;
}

async function makeArchive(workplace: Workplace, { articles, isShort = false }: ArchivePlan): Promise<Archive> {
  const database = await workplace.databases.make(`archive_${articles}`);
  const places = { ENV_PATH: workplace.at('env'), PUBLIC_FOLDER: workplace.at('public') };
  const variables = { ...database.variables, ...places, ...SETTINGS };
  await runTask('fill-archive', { seed: SEED, articles, isShort }, { variables });
  return { database, variables, articles };
}

/** Serves an archive, and measures loads on it, one after the other. */
async function measureOn(
  { variables, articles }: Archive,
  seconds: number,
  names: readonly LoadName[],
  tell: Tell,
  settings: Readonly<Record<string, string>> = {},
): Promise<Measurement> {
  const server = await startServer({ ...variables, ...settings });
  try {
    const { offset, ...loads } = await prepareLoads(server.url, articles);
    const figures: Measured = {};
    for (const [name, load] of Object.entries(loads) as [LoadName, (typeof loads)[LoadName]][]) {
      if (load === undefined || !names.includes(name)) continue;
      const measured = await runTask('send-load', { url: server.url, load, seconds }, SENDING);
      figures[name] = measured;
      tell(`${name}: ${measured.rps.toFixed(0)} a second, median ${measured.p50.toFixed(2)} ms`);
    }
    return { figures, offset };
  } finally {
    await server.kill();
  }
}

/** Kills a server that counts views. @returns how many that it has acknowledged are gone; null where it counts none. */
async function measureLostViews({ variables, articles }: Archive): Promise<number | null> {
  const before = await runTask('sum-views', null, { variables });
  const server = await startServer(variables);
  const { views } = await prepareLoads(server.url, articles).catch(async (cause: unknown) => {
    await server.kill();
    throw cause;
  });
  if (views === undefined) {
    await server.kill();
    return null;
  }
  const acknowledged = await countUntilKilled(server, views);
  const after = await runTask('sum-views', null, { variables });
  return Math.max(0, acknowledged - (after - before));
}

/** Measures every load on an archive. */
async function measureArchive(archive: Archive, seconds: number, tell: Tell): Promise<Measurement> {
  const cached = await measureOn(archive, seconds, NEWS, tell);
  const viewsLost = await measureLostViews(archive);
  // In a process of its own, as in the archive that it is compared to.
  const stock = await measureOn(archive, seconds, STOCK, tell);
  const uncached = await measureOn(archive, seconds, Object.values(UNCACHED), (what) => tell(`without the cache, ${what}`), NO_CACHE);
  const renamed = Object.entries(UNCACHED).flatMap(([name, load]) => (uncached.figures[load] ? [[name, uncached.figures[load]]] : []));
  const figures: Measured = { ...cached.figures, ...stock.figures, ...(Object.fromEntries(renamed) as Measured) };
  return { figures, offset: cached.offset, viewsLost };
}

/** Makes archives, and measures everything on them. */
export async function measure({ articles, seconds }: Plan, workplace: Workplace, tell: Tell): Promise<Measurement> {
  const isShort = articles > MOST_LONG_STORIES;
  const archive = await makeArchive(workplace, { articles, isShort });
  tell(`An archive of ${articles} articles`);
  const whole = await measureArchive(archive, seconds, tell);

  const having = (count: number) => (what: string) => tell(`with ${count} articles, ${what}`);
  const ordinary =
    articles > ORDINARY
      ? await measureArchive(await makeArchive(workplace, { articles: ORDINARY, isShort }), seconds, having(ORDINARY))
      : null;
  const small = await measureOn(await makeArchive(workplace, { articles: SMALL }), seconds, ['stockFirst'], having(SMALL));
  const middle = await measureOn(await makeArchive(workplace, { articles: MIDDLE }), seconds, ['search'], having(MIDDLE), NO_CACHE);
  const [stockFirstSmall, searchMiddle] = [small.figures.stockFirst, middle.figures.search];
  const compared = { ...(stockFirstSmall ? { stockFirstSmall } : {}), ...(searchMiddle ? { searchMiddle } : {}) };
  return { ...whole, figures: { ...whole.figures, ...compared }, ordinary: ordinary?.figures ?? null };
}
