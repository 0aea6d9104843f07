import type { TemporaryDatabase } from '../import/databases';
import type { Workplace } from '../import/workplace';
import { type Figures, measureLoad } from './load';
import { type LoadName, prepareLoads } from './loads';
import { runTask } from './run-task';
import { startServer } from './server';

const SEED = 7;

/** An archive of this size is what Strapi's own list is compared to. */
const SMALL = 1000;

/** Measured with the cache of answers off as well. */
const UNCACHED = { feedUncached: 'feedFirst', graphqlUncached: 'graphqlFeed' } as const;

const NEWS: readonly LoadName[] = ['floor', 'feedFirst', 'feedDeep', 'feedRareCategory', 'graphqlFeed', 'bySlug', 'previous', 'mostRead'];
const STOCK: readonly LoadName[] = ['stockFirst', 'stockDeep'];

export type Measured = Partial<Record<LoadName | keyof typeof UNCACHED | 'stockFirstSmall', Figures>>;

export interface Measurement {
  readonly figures: Measured;
  /** How many articles the deep page lies below the first. */
  readonly offset: number;
}

type Tell = (what: string) => void;

interface Plan {
  readonly articles: number;
  readonly seconds: number;
}

async function makeArchive(workplace: Workplace, articles: number): Promise<TemporaryDatabase> {
  const database = await workplace.databases.make(`archive_${articles}`);
  await runTask('fill-archive', { seed: SEED, articles }, { variables: { ...database.variables, ENV_PATH: workplace.at('env') } });
  return database;
}

/** Serves an archive, and measures loads on it, one after the other. */
async function measureOn(
  database: TemporaryDatabase,
  workplace: Workplace,
  { articles, seconds }: Plan,
  names: readonly LoadName[],
  settings: Readonly<Record<string, string>>,
  tell: Tell,
): Promise<Measurement> {
  const variables = { ...database.variables, ENV_PATH: workplace.at('env'), PUBLIC_FOLDER: workplace.at('public'), ...settings };
  const server = await startServer(variables);
  try {
    const { offset, ...loads } = await prepareLoads(server.url, articles);
    const figures: Measured = {};
    for (const [name, load] of Object.entries(loads) as [LoadName, (typeof loads)[LoadName]][]) {
      if (!names.includes(name)) continue;
      const measured = await measureLoad(server.url, load, seconds);
      figures[name] = measured;
      tell(`${name}: ${measured.rps.toFixed(0)} a second, median ${measured.p50.toFixed(2)} ms`);
    }
    return { figures, offset };
  } finally {
    await server.kill();
  }
}

/** Makes archives, and measures everything on them. */
export async function measure(plan: Plan, workplace: Workplace, tell: Tell): Promise<Measurement> {
  const { articles, seconds } = plan;
  const database = await makeArchive(workplace, articles);
  tell(`An archive of ${articles} articles`);
  const cached = await measureOn(database, workplace, plan, NEWS, {}, tell);
  // In a process of its own, as in the archive that it is compared to.
  const stock = await measureOn(database, workplace, plan, STOCK, {}, tell);

  const off = { ANSWER_CACHE_MS: '0' };
  const uncached = await measureOn(database, workplace, plan, Object.values(UNCACHED), off, (what) => tell(`without the cache, ${what}`));
  const renamed = Object.entries(UNCACHED).map(([name, load]) => [name, uncached.figures[load]] as const);

  const small = await makeArchive(workplace, SMALL);
  const smallPlan = { articles: SMALL, seconds };
  const compared = await measureOn(small, workplace, smallPlan, ['stockFirst'], {}, (what) => tell(`with ${SMALL} articles, ${what}`));
  const { stockFirst } = compared.figures;
  const figures = {
    ...cached.figures,
    ...stock.figures,
    ...Object.fromEntries(renamed),
    ...(stockFirst ? { stockFirstSmall: stockFirst } : {}),
  };
  return { figures, offset: cached.offset };
}
