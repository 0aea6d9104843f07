import { createArchive } from '../archive/synthetic-archive';
import { writeArchive } from '../archive/write-archive';
import { measureRound, quickest, quickestWithMemory, type RoundFigures, type RunTask, secondsOf } from './round';
import { runTask } from './run-task';
import type { Sizes } from './sizes';
import { startStopwatch } from './stopwatch';
import type { Workplace } from './workplace';

const SEED = 20_230_920;

/** What one run measures, unrounded. */
export type Figures = Awaited<ReturnType<typeof measure>>;

/** Tells what is done now. */
export type Tell = (what: string) => void;

/** What all rounds say together: the quickest of each. */
function summed(rounds: readonly [RoundFigures, ...RoundFigures[]]) {
  const each = <T>(pick: (round: RoundFigures) => T): [T, ...T[]] => {
    const [first, ...others] = rounds;
    return [pick(first), ...others.map(pick)];
  };
  const [{ tables, pragmas }] = rounds;
  return {
    imports: {
      fewer: quickestWithMemory(each(({ imports }) => imports.fewer)),
      pages: quickestWithMemory(each(({ imports }) => imports.pages)),
      unchanged: quickestWithMemory(each(({ imports }) => imports.unchanged)),
    },
    secondsOfRounds: rounds.map(secondsOf),
    rows: Object.fromEntries(tables.map((table) => [table.name, table.rows])),
    pragmas,
    rawDriver: quickest(each((round) => round.rawDriver)),
    documentService: quickest(each((round) => round.documentService)),
    dataTransfer: quickest(each((round) => round.dataTransfer)),
  };
}

/**
 * Measures everything, one after the other, each in a process of its own and on a database of its own, a copy of one that
 * Newsroom has booted on once. What is compared is measured in two rounds: a shared machine is not equally quick all the time.
 */
export async function measure(sizes: Sizes, { databases, at }: Workplace, tell: Tell, signal: AbortSignal) {
  const { pages, fewer, transferred, apiSeconds } = sizes;
  const settings = { ENV_PATH: at('env'), PUBLIC_FOLDER: at('public'), LOG_LEVEL: 'error', HOST: '127.0.0.1', PORT: '0' };
  const run: RunTask = (task, request, { variables }) => runTask(task, request, { variables: { ...settings, ...variables }, signal });

  const archive = createArchive(SEED);
  const write = async (name: string, from: number, to: number) => {
    const writing = startStopwatch();
    const bytes = await writeArchive(archive, at(name), { from, to });
    return { folder: at(name), figures: { pages: to - from, bytes, seconds: writing() } };
  };

  tell(`Writing an archive of ${pages} pages`);
  const all = await write('pages', 0, pages);
  const tenth = await write('fewer', 0, fewer);
  const some = await write('transferred', 0, transferred);

  tell('Preparing a database');
  const empty = await databases.make('empty');
  await run('prepare-database', undefined, empty);

  tell(`Exporting the articles of ${transferred} pages`);
  const source = await databases.copy(empty, 'exported');
  const { file: exported } = await run('export-articles', { folder: some.folder, file: at('export') }, source);

  const folders = { pages: all.folder, fewer: tenth.folder };
  const round = (number: number) => {
    const tellRound = (what: string) => tell(`Round ${number}: ${what}`);
    return measureRound(number, { run, databases, empty, seed: SEED, sizes, folders, exported, tell: tellRound });
  };
  const rounds: [RoundFigures, ...RoundFigures[]] = [await round(1), await round(2)];
  const [{ fewerDatabase }] = rounds;
  const figures = summed(rounds);

  tell('Asking the API, idle and during an import');
  const further = Math.min(pages, Math.max(fewer, Math.ceil((apiSeconds * pages) / figures.imports.pages.seconds)));
  const more = await write('further', pages, pages + further);
  const api = await run('serve-and-import', { folder: more.folder, seconds: apiSeconds }, fewerDatabase);
  return { archive: all.figures, ...figures, api };
}
