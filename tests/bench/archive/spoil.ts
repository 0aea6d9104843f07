import type { Rule } from '../../../src/plugins/importer/server/src/import/problem';
import { type PageParts, textOf } from './lay-out';
import type { Random } from './random';

/** What is wrong with a problem page: the rule that it is reported by, and how the page becomes so. */
interface Flaw {
  readonly rule: Rule;
  readonly spoil: (parts: PageParts, random: Random) => string;
}

const CONTROL_CHARACTERS = 8;

/** Half of it is characters that no text holds. */
const noise = (length: number, random: Random) =>
  Array.from({ length }, () =>
    String.fromCharCode(random.below(2) === 0 ? 1 + random.below(CONTROL_CHARACTERS) : 33 + random.below(90)),
  ).join('');

const withoutDate = (meta: string) => meta.replace(/\d{2}\.\d{2}\.\d{4} \d{2}:\d{2} /, '');

/** Every way in which a page is spoilt. Each leaves the page out of the archive. */
export const FLAWS: readonly Flaw[] = [
  { rule: 'date-missing', spoil: (parts) => textOf({ ...parts, meta: withoutDate(parts.meta) }) },
  { rule: 'page-empty', spoil: () => '' },
  { rule: 'binary', spoil: (parts, random) => noise(textOf(parts).length, random) },
  { rule: 'date-invalid', spoil: (parts) => textOf({ ...parts, meta: parts.meta.replace(/\d{2}\.\d{2}(?=\.\d{4})/, '31.02') }) },
  { rule: 'headline-missing', spoil: (parts) => textOf({ ...parts, title: '' }) },
  { rule: 'body-missing', spoil: (parts) => textOf({ ...parts, paragraphs: [] }) },
];
