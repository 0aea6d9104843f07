import type { Problem } from '../plugins/importer/server/src/pipeline/problem';
import type { ReportedPage, RunReport, SiteChange } from '../plugins/importer/server/src/pipeline/report/run-report';

/** So many pages or problems of a kind are listed; `--json` has them all. */
const LISTED = 20;

function list<T>(title: string, items: readonly T[], toLine: (item: T) => string): string[] {
  if (items.length === 0) return [];
  const more = items.length > LISTED ? [`  … and ${items.length - LISTED} more: --json lists all`] : [];
  return ['', title, ...items.slice(0, LISTED).map((item) => `  ${toLine(item)}`), ...more];
}

const place = ({ page, line }: Problem) => (line === null ? page : `${page}:${line}`);
const pageLine = ({ page, reason }: ReportedPage) => `${page}: ${reason}`;
const planLine = ({ action, page, title }: ReportedPage) => `${action.padEnd(10)} ${page}${title === null ? '' : `  ${title}`}`;

/** A line for each language with the texts that were filled, and one with the partners that were added. */
function siteLines(site: readonly SiteChange[]): string[] {
  const fields = new Map<string, string[]>();
  const partners: string[] = [];
  for (const change of site) {
    if ('partner' in change) partners.push(change.partner);
    else fields.set(change.locale, [...(fields.get(change.locale) ?? []), change.field]);
  }
  const texts = [...fields].map(([locale, names]) => `${locale}: ${names.join(', ')}`);
  return list('Filled in about the site', partners.length > 0 ? [...texts, `partners: ${partners.join(', ')}`] : texts, (line) => line);
}

/** One line with the counts of a run. */
export function countsLine({ counts, dryRun, interrupted }: RunReport): string {
  const { pages, created, updated, unchanged, kept, duplicates, problems } = counts;
  const parts = [`${created} created`, `${updated} updated`, `${unchanged} unchanged`, `${kept} kept`];
  if (duplicates > 0) parts.push(`${duplicates} duplicates`);
  const noun = pages === 1 ? 'page' : 'pages';
  const before = interrupted ? 'Interrupted; the next import goes on. ' : '';
  return `${before}${dryRun ? 'Dry run, nothing written. ' : ''}${pages} ${noun}: ${[...parts, `${problems} problems`].join(', ')}`;
}

/** A report for people: what a dry run plans, what was kept, what is wrong, and the counts. */
export function summarise(report: RunReport): string {
  const { pages, problems, site, dryRun } = report;
  return [
    ...list('Plan', dryRun ? pages : [], planLine),
    ...siteLines(site),
    ...list(
      'Kept as editors left them',
      pages.filter(({ action }) => action === 'keep'),
      pageLine,
    ),
    ...list('Problems', problems, (problem) => `${place(problem)}: ${problem.message}`),
    '',
    countsLine(report),
  ].join('\n');
}
