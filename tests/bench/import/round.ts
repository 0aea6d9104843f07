import type { Databases, TemporaryDatabase } from './databases';
import type { Sizes } from './sizes';
import type { TaskAnswer, TaskName, TaskRequest } from './tasks';

/** Runs a task in a process of its own, on a database. */
export type RunTask = <Name extends TaskName>(
  task: Name,
  request: TaskRequest<Name>,
  database: TemporaryDatabase,
) => Promise<TaskAnswer<Name>>;

/** Where the rounds find what they need. */
export interface Round {
  readonly run: RunTask;
  readonly databases: Databases;
  /** A database that Newsroom has booted on once. */
  readonly empty: TemporaryDatabase;
  readonly seed: number;
  readonly sizes: Sizes;
  /** Folders of pages, and what Strapi exported. */
  readonly folders: { readonly pages: string; readonly fewer: string };
  readonly exported: string;
  readonly tell: (what: string) => void;
}

/** Measures all that is compared, one after the other. @param round its number, from 1. */
export async function measureRound(round: number, { run, databases, empty, seed, sizes, folders, exported, tell }: Round) {
  const { pages, fewer: fewerPages, sampled, transferred } = sizes;
  const fresh = (name: string) => databases.copy(empty, `${name}_${round}`);

  tell(`Importing ${fewerPages} pages`);
  const fewerDatabase = await fresh('fewer');
  const fewer = await run('import-pages', { folder: folders.fewer }, fewerDatabase);

  tell(`Importing ${pages} pages`);
  const database = await fresh('pages');
  const imported = await run('import-pages', { folder: folders.pages }, database);

  tell('Importing them once more');
  const unchanged = await run('import-pages', { folder: folders.pages }, database);

  tell('Writing the same rows by the bare driver');
  const rawDatabase = await fresh('raw');
  const { tables, pragmas } = imported;
  const places = { kind: databases.kind, from: database.place, to: rawDatabase.place };
  const rawDriver = await run('write-rows', { ...places, tables, pragmas, pages }, rawDatabase);
  await databases.drop(rawDatabase);
  await databases.drop(database);

  tell(`Creating ${sampled} documents by the Document Service`);
  const documentService = await run('create-documents', { seed, pages, sampled }, await fresh('documents'));

  tell(`Transferring the articles of ${transferred} pages`);
  const dataTransfer = await run('transfer-data', { file: exported }, await fresh('transferred'));

  return {
    fewerDatabase,
    imports: { fewer: fewer.figures, pages: imported.figures, unchanged: unchanged.figures },
    ...{ tables, pragmas, rawDriver, documentService, dataTransfer },
  };
}

export type RoundFigures = Awaited<ReturnType<typeof measureRound>>;

interface Timed {
  readonly seconds: number;
}

interface Watched extends Timed {
  readonly memory: { readonly peakMiB: number };
}

/** The quickest of some measurements: what a shared machine does besides makes them slower, and never quicker. */
export function quickest<T extends Timed>(measured: readonly [T, ...T[]]): T {
  return measured.reduce((best, one) => (one.seconds < best.seconds ? one : best));
}

/** The quickest import, with the highest memory of all. */
export function quickestWithMemory<T extends Watched>(measured: readonly [T, ...T[]]): T {
  const { memory } = measured.reduce((most, one) => (one.memory.peakMiB > most.memory.peakMiB ? one : most));
  return { ...quickest(measured), memory };
}

/** How long each part of a round took. */
export const secondsOf = ({ imports, rawDriver, documentService, dataTransfer }: RoundFigures) => ({
  importOfFewer: imports.fewer.seconds,
  import: imports.pages.seconds,
  unchanged: imports.unchanged.seconds,
  rawDriver: rawDriver.seconds,
  documentService: documentService.seconds,
  dataTransfer: dataTransfer.seconds,
});
