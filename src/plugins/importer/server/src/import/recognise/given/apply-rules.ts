import type { RuleFinding } from '../../../../../shared/contracts/inbox';
import type { CorrectedField } from '../../../../../shared/contracts/pages';
import type { GivenValue } from '../../correction';
import type { SiteRule } from '../../profile';
import type { Story } from '../../story';
import { readDate } from '../dates/read-date';
import type { Fact, Line, Origin } from '../../read/document';
import { LONGEST_HEADLINE, warnOfFuture } from '../check-page';
import { isCategory } from '../meta-line';
import type { Knowledge, Parsed } from '../recognise-article';
import { GIVEN, giveFields } from './give-fields';

/** A label, which names what follows, or nothing. */
const LABEL = /^(?:[^.!?…:]{1,40}:)?$/u;

/** Whether a line says nothing but what stands between two places in it, and at most a label before that. */
export const saysOnly = (text: string, start: number, end: number): boolean =>
  LABEL.test(text.slice(0, start).trim()) && text.slice(end).trim() === '';

/** A value as it stands on the page, before anyone asked whether it can be used. */
type Found = GivenValue;

/** A line, or a declared fact, in which something may be found. */
interface Place {
  readonly number: Origin;
  readonly text: string;
}

const foundIn = ({ number, text }: Place, start: number): Found => ({
  value: text.slice(start).trim(),
  line: { number, text, isWhole: saysOnly(text, start, text.length) },
});

const isLetter = (char: string | undefined) => char !== undefined && /\p{L}/u.test(char);

/** Where the words end in a line; null where they are not in it, or are the end of another word. */
function endOf(words: string, text: string): number | null {
  const start = text.indexOf(words);
  return start === -1 || isLetter(text[start - 1]) ? null : start + words.length;
}

/** All that a finding finds on a page: the words of a rule may stand in several lines. */
function find(finding: RuleFinding, lines: readonly Line[], facts: readonly Fact[]): readonly Found[] {
  if (finding.kind === 'value') return [{ value: finding.value, line: null }];
  if (finding.kind === 'fact') {
    return facts.flatMap(({ place, value }) => (place === finding.place ? [foundIn({ number: place, text: value }, 0)] : []));
  }
  if (finding.kind === 'line') {
    const line = lines[finding.at - 1];
    return line === undefined ? [] : [foundIn(line, 0)];
  }
  return lines.flatMap((line) => {
    const end = endOf(finding.words, line.text);
    return end === null ? [] : [foundIn(line, end)];
  });
}

type Use = (found: Found, story: Story, knowledge: Knowledge) => GivenValue | null;

const USES: Readonly<Record<CorrectedField, Use>> = {
  title: (found, { provenance }) => {
    const taken: readonly Origin[] = [...(provenance['datePublished'] ?? []), ...(provenance['views'] ?? [])];
    const isHeadline = /\p{L}/u.test(found.value) && found.value.length <= LONGEST_HEADLINE;
    return isHeadline && !(found.line !== null && taken.includes(found.line.number)) ? found : null;
  },
  datePublished: ({ value, line }, _story, knowledge) => {
    const iso = readDate(value, knowledge);
    return iso === null ? null : { value: iso, line };
  },
  category: (found) => (found.line === null || isCategory(found.value, true) ? found : null),
};

/** What was read of a document. */
interface ReadLines {
  readonly lines: readonly Line[];
  readonly facts: readonly Fact[];
}

function valueFor(field: CorrectedField, rules: readonly SiteRule[], read: ReadLines, story: Story, knowledge: Knowledge) {
  for (const rule of rules) {
    if (rule.field !== field) continue;
    for (const found of find(rule.finding, read.lines, read.facts)) {
      const value = USES[field](found, story, knowledge);
      if (value !== null) return value;
    }
  }
  return null;
}

/** Fills the fields that a page lacks by the rules of its site, of which the first that yields something usable counts. */
export function applyRules(parsed: Parsed, rules: readonly SiteRule[], read: ReadLines, knowledge: Knowledge): Parsed {
  let filled = parsed;
  for (const field of ['title', 'datePublished', 'category'] as const) {
    if (filled.story[field] !== null) continue;
    const value = valueFor(field, rules, read, filled.story, knowledge);
    if (value === null) continue;
    filled = giveFields(filled, { [field]: value }, read, GIVEN.byRule);
    if (field !== 'datePublished') continue;
    const line = read.lines.find(({ number }) => number === value.line?.number);
    filled = {
      ...filled,
      problems: [...filled.problems, ...warnOfFuture(value.value, line, value.line?.text ?? value.value, knowledge.clock)],
    };
  }
  return filled;
}
