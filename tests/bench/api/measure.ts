import type { TemporaryDatabase } from '../import/databases';
import type { Workplace } from '../import/workplace';
import { countUntilKilled } from './lose-views';
import { type Figures, measureLoad } from './load';
import { type LoadName, prepareLoads } from './loads';
import { runTask } from './run-task';
import { startServer } from './server';

const SEED = 7;

/** Strapi's own list is compared to that of an archive of this size, */
const SMALL = 1000;

/** and search to that of one of this size. */
const MIDDLE = 10_000;

/** Measured with the cache of answers off as well. */
const UNCACHED = { feedUncached: 'feedFirst', graphqlUncached: 'graphqlFeed', searchUncached: 'search' } as const;
const NO_CACHE = { ANSWER_CACHE_MS: '0' };

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
}

interface Archive {
  readonly database: TemporaryDatabase;
  readonly variables: Readonly<Record<string, string>>;
  readonly articles: number;
}

type Tell = (what: string) => void;

interface Plan {
  readonly articles: number;
  readonly seconds: number;
}

async function makeArchive(workplace: Workplace, articles: number): Promise<Archive> {
  const database = await workplace.databases.make(`archive_${articles}`);
  const places = { ENV_PATH: workplace.at('env'), PUBLIC_FOLDER: workplace.at('public') };
  const variables = { ...database.variables, ...places, ...SETTINGS };
  await runTask('fill-archive', { seed: SEED, articles }, { variables });
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
      const measured = await measureLoad(server.url, load, seconds);
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

/** Makes archives, and measures everything on them. */
export async function measure({ articles, seconds }: Plan, workplace: Workplace, tell: Tell): Promise<Measurement> {
  const archive = await makeArchive(workplace, articles);
  tell(`An archive of ${articles} articles`);
  const cached = await measureOn(archive, seconds, NEWS, tell);
  const viewsLost = await measureLostViews(archive);
  // In a process of its own, as in the archive that it is compared to.
  const stock = await measureOn(archive, seconds, STOCK, tell);

  const without = (what: string) => tell(`without the cache, ${what}`);
  const uncached = await measureOn(archive, seconds, Object.values(UNCACHED), without, NO_CACHE);
  const renamed = Object.entries(UNCACHED).map(([name, load]) => [name, uncached.figures[load]] as const);

  const small = await makeArchive(workplace, SMALL);
  const withSmall = await measureOn(small, seconds, ['stockFirst'], (what) => tell(`with ${SMALL} articles, ${what}`));
  const middle = await makeArchive(workplace, MIDDLE);
  const withMiddle = await measureOn(middle, seconds, ['search'], (what) => without(`with ${MIDDLE} articles, ${what}`), NO_CACHE);
  const compared = { stockFirstSmall: withSmall.figures.stockFirst, searchMiddle: withMiddle.figures.search };
  const all = Object.entries({ ...cached.figures, ...stock.figures, ...Object.fromEntries(renamed), ...compared });
  const figures: Measured = Object.fromEntries(all.filter(([, figure]) => figure !== undefined));
  return { figures, offset: cached.offset, viewsLost };
}
