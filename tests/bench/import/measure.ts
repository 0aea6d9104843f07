import { createArchive } from '../archive/synthetic-archive';
import { writeArchive } from '../archive/write-archive';
import type { TemporaryDatabase } from './databases';
import { runTask } from './run-task';
import type { Sizes } from './sizes';
import { startStopwatch } from './stopwatch';
import type { TaskName, TaskRequest } from './tasks';
import type { Workplace } from './workplace';

const SEED = 20_230_920;

/** What one run measures, unrounded. */
export type Figures = Awaited<ReturnType<typeof measure>>;

/** Tells what is done now. */
export type Tell = (what: string) => void;

/**
 * Measures everything, one after the other, each in a process of its own and on a database of its own, a copy of one that
 * Newsroom has booted on once.
 */
export async function measure(sizes: Sizes, { databases, at }: Workplace, tell: Tell, signal: AbortSignal) {
  const { pages, fewer, sampled, transferred, apiSeconds } = sizes;
  const settings = { ENV_PATH: at('env'), PUBLIC_FOLDER: at('public'), LOG_LEVEL: 'error', HOST: '127.0.0.1', PORT: '0' };
  const run = <Name extends TaskName>(task: Name, request: TaskRequest<Name>, { variables }: TemporaryDatabase) =>
    runTask(task, request, { variables: { ...settings, ...variables }, signal });

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
  const fresh = (name: string) => databases.copy(empty, name);

  tell(`Importing ${fewer} pages`);
  const fewerDatabase = await fresh('fewer');
  const small = await run('import-pages', { folder: tenth.folder }, fewerDatabase);

  tell(`Importing ${pages} pages`);
  const database = await fresh('pages');
  const large = await run('import-pages', { folder: all.folder }, database);

  tell('Importing them once more');
  const unchanged = await run('import-pages', { folder: all.folder }, database);

  tell('Writing the same rows by the bare driver');
  const rawDatabase = await fresh('raw');
  const { tables, pragmas } = large;
  const places = { kind: databases.kind, from: database.place, to: rawDatabase.place };
  const rawDriver = await run('write-rows', { ...places, tables, pragmas, pages }, rawDatabase);
  await databases.drop(rawDatabase);
  await databases.drop(database);

  tell(`Creating ${sampled} documents by the Document Service`);
  const documentService = await run('create-documents', { seed: SEED, pages, sampled }, await fresh('documents'));

  tell(`Exporting and transferring the articles of ${transferred} pages`);
  const { file } = await run('export-articles', { folder: some.folder, file: at('export') }, await fresh('exported'));
  const dataTransfer = await run('transfer-data', { file }, await fresh('transferred'));

  tell('Asking the API, idle and during an import');
  const further = Math.min(pages, Math.max(fewer, Math.ceil((apiSeconds * pages) / large.figures.seconds)));
  const more = await write('further', pages, pages + further);
  const api = await run('serve-and-import', { folder: more.folder, seconds: apiSeconds }, fewerDatabase);

  const rows = Object.fromEntries(tables.map((table) => [table.name, table.rows]));
  const imports = { fewer: small.figures, pages: large.figures, unchanged: unchanged.figures };
  return { archive: all.figures, imports, rows, pragmas, rawDriver, documentService, dataTransfer, api };
}
