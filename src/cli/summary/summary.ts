import type {
  Conflict,
  NearDuplicates,
  Problem,
  ReportedPage,
  RuleSummary,
  RunReport,
  SiteChange,
} from '../../plugins/importer/server/src/services/for-commands';
import { type Examples, QUOTED } from './examples';

function list<T>(title: string, items: readonly T[], count: number, toLines: (item: T) => string | readonly string[]): string[] {
  if (items.length === 0) return [];
  const more = count > items.length ? [`  … and ${count - items.length} more: --json lists all`] : [];
  return ['', title, ...items.flatMap(toLines).map((line) => `  ${line}`), ...more];
}

const place = ({ page, line }: Problem) => (line === null ? page : `${page}:${line}`);
const planLine = ({ action, page, title }: ReportedPage) => `${action.padEnd(10)} ${page}${title === null ? '' : `  ${title}`}`;

const LONGEST_VALUE = 60;

const valueText = (value: string | null) => {
  if (value === null) return 'nothing';
  const line = value.replaceAll(/\s+/gu, ' ');
  return `“${line.length > LONGEST_VALUE ? `${line.slice(0, LONGEST_VALUE)}…` : line}”`;
};
const conflictLine = ({ field, editor, page }: Conflict) => `  ${field}: the editor's ${valueText(editor)}, the page's ${valueText(page)}`;
const keptLines = ({ page, reason, conflicts }: ReportedPage) => [`${page}: ${reason}`, ...conflicts.map(conflictLine)];

function ruleLines({ rule, severity, count, examples }: RuleSummary): string[] {
  const more = count > examples.length ? [`  … and ${count - examples.length} more`] : [];
  return [`${rule} (${severity}): ${count}`, ...examples.map((problem) => `  ${place(problem)}: ${problem.message}`), ...more];
}

/** A line for each language with the texts that were filled, and one with the partners that were added. */
function siteLines(site: readonly SiteChange[]): string[] {
  const fields = new Map<string, string[]>();
  const partners: string[] = [];
  for (const change of site) {
    if ('partner' in change) partners.push(change.partner);
    else fields.set(change.locale, [...(fields.get(change.locale) ?? []), change.field]);
  }
  const texts = [...fields].map(([locale, names]) => `${locale}: ${names.join(', ')}`);
  const lines = partners.length > 0 ? [...texts, `partners: ${partners.join(', ')}`] : texts;
  return list('Filled in about the site', lines, lines.length, (line) => line);
}

function nearDuplicateLines({ groups, count }: NearDuplicates): string[] {
  return list('Articles with few words changed, which stay as they are', groups.slice(0, QUOTED), count, ({ pages, size }) => {
    const more = size > pages.length ? ` … and ${size - pages.length} more` : '';
    return `${pages.map(({ page }) => page).join(', ')}${more}`;
  });
}

/** One line with the counts of a run. */
function countsLine({ counts, dryRun, interrupted }: RunReport): string {
  const { pages, created, updated, unchanged, kept, duplicates, leftOut, problems } = counts;
  const parts = [`${created} created`, `${updated} updated`, `${unchanged} unchanged`, `${kept} kept`];
  if (duplicates > 0) parts.push(`${duplicates} duplicates`);
  if (leftOut > 0) parts.push(`${leftOut} left out`);
  const noun = pages === 1 ? 'page' : 'pages';
  const before = interrupted ? 'Interrupted; the same import goes on with the rest. ' : '';
  return `${before}${dryRun ? 'Dry run, nothing written. ' : ''}${pages} ${noun}: ${[...parts, `${problems} problems`].join(', ')}`;
}

/** One line with what was skipped, by its kind. */
function skippedLines({ counts, skipped }: RunReport): string[] {
  const kinds = [...skipped].sort((a, b) => b.count - a.count).map(({ kind, count }) => `${kind} ${count}`);
  return counts.skipped === 0
    ? []
    : [`Skipped, as they can't be read yet: ${counts.skipped} ${counts.skipped === 1 ? 'file' : 'files'} (${kinds.join(', ')})`];
}

/** A report for people: what a dry run plans, what was kept, what is wrong, grouped by its kind, and the counts. */
export function summarise(report: RunReport, { planned, kept }: Examples): string {
  const { counts, rules, site, dryRun, run, resumed, nearDuplicates } = report;
  return [
    ...list('Plan', dryRun ? planned : [], counts.pages - counts.unchanged, planLine),
    ...siteLines(site),
    ...list('Kept as editors left them', kept, kept.length < QUOTED ? kept.length : Math.max(kept.length, counts.kept), keptLines),
    ...nearDuplicateLines(nearDuplicates),
    ...list('Problems', rules, rules.length, ruleLines),
    '',
    ...(run === null ? [] : [`Run ${run}${resumed ? ', which went on where it was interrupted' : ''}`]),
    ...skippedLines(report),
    countsLine(report),
  ].join('\n');
}
