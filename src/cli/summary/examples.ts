import type { ReportedPage } from '../../plugins/importer/server/src/services/for-commands';

/** So many pages are quoted; `--json` has them all. */
export const QUOTED = 20;

/** The first pages of a run that a summary quotes. */
export interface Examples {
  /** What a dry run plans. */
  readonly planned: readonly ReportedPage[];
  /** What editors have touched. */
  readonly kept: readonly ReportedPage[];
}

/** Keeps the first pages that are told while a run goes on. */
export function collectExamples(): { readonly examples: Examples; readonly onPage: (page: ReportedPage) => void } {
  const planned: ReportedPage[] = [];
  const kept: ReportedPage[] = [];
  return {
    examples: { planned, kept },
    onPage(page) {
      if (planned.length < QUOTED) planned.push(page);
      const isKept = page.action === 'keep' || page.conflicts.length > 0;
      if (isKept && kept.length < QUOTED) kept.push(page);
    },
  };
}
