import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { CorrectionResult } from '../../../../shared/contracts/inbox';
import type { SiteRule } from '../../import/profile';
import type { Choices } from '../../import/plan/three-way';
import type { ReportedPage } from '../../import/report/run-report';
import type { Place } from '../../import/source/found';
import { BusyError } from '../../import/store';
import type { ImporterService } from '../../services/importer';
import { createLedger } from '../../store/ledger';
import { sourceOfRun } from '../../store/run-source';
import { createRuns } from '../../store/runs';
import type { KnownPage } from '../pages/find-page';
import { knownIn } from '../pages/read-known-page';
import { shownProblem } from '../../history/shown-problem';
import { refuseWith } from '../../messages/refuse';

interface Again {
  readonly known: KnownPage;
  /** Other pages that are imported with it. */
  readonly others: readonly Place[];
  /** Rules that count before those of the site. */
  readonly rules: readonly SiteRule[];
  readonly settle?: ReadonlyMap<string, Choices>;
  readonly by: string;
  /** Keeps what was said, as soon as it is certain that it can be carried out; and forgets it where that fails. */
  readonly keep: (run: number) => Promise<void>;
  readonly forget: (run: number) => Promise<void>;
}

/** What became of the page itself. One of which nothing is reported is as it was. */
async function resultFor(strapi: Core.Strapi, { page }: KnownPage, ownPage: ReportedPage | undefined) {
  if (ownPage !== undefined) {
    const { action, documentId, locale, problems } = ownPage;
    return { action, documentId, locale, problems: problems.map(shownProblem) };
  }
  const item = (await createLedger(strapi).ofPages([page])).findLast(({ targetId }) => targetId !== '');
  return { action: 'unchanged', documentId: item?.targetId ?? null, locale: item?.targetLocale ?? null, problems: [] };
}

/**
 * Imports a page once more, and others with it, as a run of its own: with what its run knew about the site.
 *
 * @throws ApplicationError when another import is running; nothing is kept then.
 */
export async function importAgain(
  strapi: Core.Strapi,
  { known, others, rules, settle, by, keep, forget }: Again,
): Promise<CorrectionResult> {
  const { page: name, path, reader } = known;
  const site = knownIn(reader);
  const { rules: _before, ...profile } = site.profile;
  const pages = [{ name, path }, ...others.filter((other) => other.name !== name)];
  const run = { id: null as number | null };
  let ownPage: ReportedPage | undefined;
  try {
    const report = await strapi
      .plugin('importer')
      .service<ImporterService>('importer')
      .run({
        ...sourceOfRun(strapi, reader),
        profile: rules.length === 0 ? profile : { ...profile, rules },
        status: reader.options['status'] === 'draft' ? 'draft' : 'published',
        dryRun: false,
        by,
        only: { pages, known: site, source: pages.length === 1 ? [path] : reader.source },
        ...(settle ? { settle } : {}),
        async onBegin(id) {
          run.id = id;
          if (id === null) return;
          await createRuns(strapi).set(id, { upload: reader.upload });
          await keep(id);
        },
        onPage: (reported) => {
          if (reported.page === path) ownPage ??= reported;
        },
      });
    const { quarantined, leftOut, pages: all } = report.counts;
    return { run: report.run ?? 0, ...(await resultFor(strapi, known, ownPage)), imported: all - quarantined - leftOut };
  } catch (cause) {
    if (run.id !== null) await forget(run.id);
    if (cause instanceof BusyError) throw refuseWith(errors.ApplicationError, cause.forPeople);
    throw cause;
  }
}
