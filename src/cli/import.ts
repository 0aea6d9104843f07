import { BusyError, checkPaths, failureOf, UndoError } from '../plugins/importer/server/src/services/for-commands';
import { boot, importerOf, prepareEnvironment } from './boot';
import { importCommand, type ImportOptions } from './import-command';
import { interruption } from './interruption';
import { EXIT, profileFor, runCommand, type SiteHabits } from './options';
import { createPageReport } from './page-report';
import { createProgress } from './progress';
import { answer, keepStandardOutput } from './standard-output';
import { stop } from './stop';
import { summariseRuns } from './summary/runs';
import { summarise } from './summary/summary';
import { createUndoReport } from './undo-report';
import { whoAsks } from './who-asks';
import type { ImporterService } from '../plugins/importer/server/src/services/importer';

async function importPages(importer: ImporterService, paths: readonly string[], options: ImportOptions, site: SiteHabits): Promise<number> {
  const { dryRun = false, json = false, status, redo = false, quarantine, problems, ...reading } = options;
  const [progress, pages] = [createProgress(), createPageReport({ json, problems })];
  try {
    const report = await importer.run({
      ...{ paths, profile: profileFor(reading, site), status, dryRun, redo, by: whoAsks(), standardInput: process.stdin },
      ...(quarantine === undefined ? {} : { quarantine }),
      ...{ onProgress: progress.onProgress, onPage: pages.onPage, onProblem: pages.onProblem, signal: interruption() },
    });
    progress.stop();
    await pages.finish(report, (examples) => summarise(report, examples));
    if (report.interrupted) return EXIT.interrupted;
    return report.counts.problems > 0 ? EXIT.problems : EXIT.fine;
  } catch (cause) {
    await pages.fail(failureOf(cause).message);
    throw cause;
  } finally {
    progress.stop();
    await pages.close();
  }
}

async function undoRun(importer: ImporterService, run: number, { dryRun = false, json = false }: ImportOptions): Promise<number> {
  const entries = createUndoReport(json);
  try {
    const report = await importer.undo({ run, dryRun, by: whoAsks(), signal: interruption(), onEntry: entries.onEntry });
    await entries.finish(report);
    return report.interrupted ? EXIT.interrupted : EXIT.fine;
  } catch (cause) {
    await entries.fail(failureOf(cause).message);
    throw cause;
  }
}

/** Imports pages into the database that the environment names, undoes an import, or lists them, without serving. */
async function runImport(): Promise<number> {
  const { paths, options } = importCommand();
  keepStandardOutput();
  await checkPaths(paths);
  process.env.LOG_LEVEL ??= 'warn';
  const environment = prepareEnvironment();
  const strapi = await boot(environment);
  try {
    const importer = importerOf(strapi);
    if (options.runs) {
      await answer(summariseRuns(await importer.runs(), options.json === true));
      return EXIT.fine;
    }
    if (options.undo !== undefined) return await undoRun(importer, options.undo, options);
    return await importPages(importer, paths, options, environment);
  } catch (cause) {
    if (!(cause instanceof BusyError || cause instanceof UndoError)) throw cause;
    process.stderr.write(`${cause.message}\n`);
    return cause instanceof BusyError ? EXIT.busy : EXIT.usage;
  } finally {
    await stop(strapi);
  }
}

void runCommand(runImport);
