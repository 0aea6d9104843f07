import { followRun } from './course';
import type { ImportRequest } from './import-request';
import { createPlanner } from './plan/plan-pages';
import { readPages } from './read/read-pages';
import { createQuarantine } from './report/quarantine';
import type { RunReport } from './report/run-report';
import { openRequested, runRequest } from './run-request';
import { importSiteData } from './site/import-site-data';
import { importObserved } from './site/observe-site';
import type { Source } from './source/source';
import type { OpenRun, Store } from './store';
import { learnReader, type Reader } from './survey/learn-reader';
import { surveyFor } from './survey/survey';
import { createWarmPool, type WarmPool } from './workers/warm-pool';
import { readChunks } from './write/read-chunks';
import { ALONE } from './write/throttle';
import { writePages } from './write/write-pages';

async function carryOut(run: OpenRun, source: Source, request: ImportRequest, warmPool: WarmPool): Promise<RunReport> {
  const { profile, throttle = ALONE, quarantine: folder } = request;
  const course = followRun(run, request);
  let reader: Reader | undefined;
  try {
    course.announce();
    const survey = await surveyFor(source, request, run.resumed, warmPool);
    reader = await learnReader(survey, request, warmPool);
    await course.begin(survey, reader.known);

    const site = { writer: run, onProblem: course.onProblem };
    if (course.isAtBeginning()) for (const data of survey.siteData) await importSiteData(data, profile, site);

    const read = readPages(source, reader, run, { ...request, skip: course.progress.position, seen: course.seen, top: survey.top });
    const plan = createPlanner(run, course.seen);
    const quarantine = createQuarantine(folder);
    for await (const chunk of readChunks(read, throttle)) {
      if (await course.isToEnd()) break;
      // Whoever reads in the run that a page is in quarantine finds it there.
      await quarantine.keep(chunk);
      course.wrote(await writePages(chunk, plan, run, course.progress));
    }

    // Everything is read, and what follows needs memory of its own.
    await reader.close();
    if (course.isWhole()) await importObserved(course.progress.observed, profile, site);
    return await course.report();
  } catch (cause) {
    await run.fail(cause, course.progress);
    throw cause;
  } finally {
    await reader?.close();
  }
}

/**
 * Imports pages: source → survey → read → recognise → plan → write → report. A dry run is the same run, whose store writes nothing.
 *
 * @throws SourceError when a path that was given can't be read; BusyError when another import is running; whatever the
 * store throws when it can't be reached.
 */
export async function runImport(request: ImportRequest, store: Store): Promise<RunReport> {
  const source = await openRequested(request);
  const warmPool = createWarmPool(request.threads);
  try {
    const run = await store.open(runRequest(request));
    try {
      return await carryOut(run, source, request, warmPool);
    } finally {
      await run.close();
    }
  } finally {
    await warmPool.dismiss();
    await source.close();
  }
}
