import { access, writeFile } from 'node:fs/promises';
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

/** What came of a load, and with what share of the answers of the empty route, measured at the same time. */
export interface MeasuredLoad extends Figures {
  readonly ofFloor: number;
}

export type Measured = Partial<Record<LoadName | keyof typeof UNCACHED | 'stockFirstSmall' | 'searchMiddle', MeasuredLoad>>;

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

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

/** Makes an archive, unless a run before has left it whole. */
async function makeArchive(workplace: Workplace, { articles, isShort = false }: ArchivePlan): Promise<Archive> {
  const name = `archive_${articles}${isShort ? '_short' : ''}`;
  const database = await workplace.databases.make(name);
  const places = { ENV_PATH: workplace.at('env'), PUBLIC_FOLDER: workplace.at('public') };
  const variables = { ...database.variables, ...places, ...SETTINGS };
  const isWhole = workplace.at(`${name}.whole`);
  if (!(await isThere(isWhole))) {
    await runTask('fill-archive', { seed: SEED, articles, isShort }, { variables });
    await writeFile(isWhole, '');
  }
  return { database, variables, articles };
}

/** An archive, and the loads that are measured on it. */
interface Side {
  readonly archive: Archive;
  readonly names: readonly LoadName[];
}

interface MeasuredSide {
  readonly figures: Measured;
  readonly offset: number;
}

async function openSide({ archive, names }: Side, settings: Readonly<Record<string, string>>) {
  const server = await startServer({ ...archive.variables, ...settings });
  try {
    const { offset, ...loads } = await prepareLoads(server.url, archive.articles);
    return { server, offset, loads, names, articles: archive.articles };
  } catch (cause) {
    await server.kill();
    throw cause;
  }
}

/** With what share of the empty route's answers each load comes. */
function withShares(figures: Readonly<Partial<Record<LoadName, Figures>>>): Measured {
  const floor = figures.floor?.rps ?? Number.NaN;
  return Object.fromEntries(Object.entries(figures).map(([name, one]) => [name, { ...one, ofFloor: one.rps / floor }]));
}

/**
 * Serves archives, each in a process of its own, and measures loads on them, all of them in turn: what is compared is measured at
 * the same time. The empty route is always among them.
 */
async function measureSides(
  sides: readonly Side[],
  { seconds, tell, settings = {} }: { readonly seconds: number; readonly tell: Tell; readonly settings?: Readonly<Record<string, string>> },
): Promise<MeasuredSide[]> {
  const opened: Awaited<ReturnType<typeof openSide>>[] = [];
  try {
    for (const side of sides) opened.push(await openSide(side, settings));
    const aimed = opened.flatMap(({ server: { url }, loads, names, articles }, index) =>
      (['floor', ...names] as const).flatMap((name) => {
        const load = loads[name];
        return load === undefined ? [] : [{ side: index, name, articles, url, load }];
      }),
    );
    tell(`measuring ${aimed.length} loads`);
    const loads = aimed.map(({ url, load }) => ({ url, load }));
    const measured = await runTask('send-loads', { loads, seconds }, SENDING);
    const figures = opened.map((): Partial<Record<LoadName, Figures>> => ({}));
    for (const [index, { side, name, articles }] of aimed.entries()) {
      const [one, ofSide] = [measured[index], figures[side]];
      if (one === undefined || ofSide === undefined) continue;
      ofSide[name] = one;
      tell(`${articles} articles, ${name}: ${one.rps.toFixed(0)} a second, median ${one.p50.toFixed(2)} ms`);
    }
    return opened.map(({ offset }, index) => ({ figures: withShares(figures[index] ?? {}), offset }));
  } finally {
    for (const { server } of opened) await server.kill();
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

/** Figures of loads without the cache, by their names in the report. */
const uncached = ({ figures }: MeasuredSide): Measured =>
  Object.fromEntries(Object.entries(UNCACHED).flatMap(([name, load]) => (figures[load] ? [[name, figures[load]]] : [])));

/** Makes archives, and measures everything on them. */
export async function measure({ articles, seconds }: Plan, workplace: Workplace, tell: Tell): Promise<Measurement> {
  const isShort = articles > MOST_LONG_STORIES;
  const plans = [{ articles, isShort }, ...(articles > ORDINARY ? [{ articles: ORDINARY, isShort }] : [])];
  const archives: Archive[] = [];
  for (const plan of plans) {
    archives.push(await makeArchive(workplace, plan));
    tell(`An archive of ${plan.articles} articles`);
  }
  const [small, middle] = [await makeArchive(workplace, { articles: SMALL }), await makeArchive(workplace, { articles: MIDDLE })];
  const all = (names: readonly LoadName[]): Side[] => archives.map((archive) => ({ archive, names }));

  const news = await measureSides(all(NEWS), { seconds, tell });
  const viewsLost = archives[0] === undefined ? null : await measureLostViews(archives[0]);
  const stock = await measureSides([...all(STOCK), { archive: small, names: ['stockFirst'] }], { seconds, tell });
  const bare = await measureSides([...all(Object.values(UNCACHED)), { archive: middle, names: ['search'] }], {
    ...{ seconds, settings: NO_CACHE },
    tell: (what) => tell(`without the cache, ${what}`),
  });

  const [whole = {}, ordinary = null] = news.map(({ figures }, index): Measured => ({
    ...stock[index]?.figures,
    ...figures,
    ...(bare[index] ? uncached(bare[index]) : {}),
  }));
  const [stockFirstSmall, searchMiddle] = [stock.at(-1)?.figures.stockFirst, bare.at(-1)?.figures.search];
  const compared = { ...(stockFirstSmall ? { stockFirstSmall } : {}), ...(searchMiddle ? { searchMiddle } : {}) };
  return { figures: { ...whole, ...compared }, offset: news[0]?.offset ?? 0, viewsLost, ordinary };
}
