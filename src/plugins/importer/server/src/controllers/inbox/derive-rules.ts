import type { RuleFinding } from '../../../../shared/contracts/inbox';
import type { CorrectedField } from '../../../../shared/contracts/pages';
import type { SiteRule } from '../../import/profile';
import type { Fact, Line } from '../../import/read/document';
import { tidyText } from '../../import/read/tidy-text';
import { type FaultOfField, refusal } from '../checked';
import type { CorrectionAsked } from './orders';
import type { Message } from '../../../../shared/contracts/messages';
import { message } from '../../messages/message';

type FieldAsked = NonNullable<CorrectionAsked['fields'][CorrectedField]>;

/** The words right before a place in a line: figures differ from page to page. */
const WORDS_BEFORE = /\p{L}[^\d]*$/u;

/** What to do where no rule can be made. */
const ADVICE = { typed: message('rule-of-typed', {}), inside: message('rule-of-inside', {}) } as const;

/** What was read of the page. */
interface ReadLines {
  readonly lines: readonly Line[];
  readonly facts: readonly Fact[];
}

/** How a field is found on other pages, or why that can't be known. */
function findingOf(field: CorrectedField, { text, selection }: FieldAsked, { lines, facts }: ReadLines): RuleFinding | Message {
  const at = lines.findIndex(({ number }) => number === selection?.line);
  const fact = facts.find(({ place }) => place === selection?.line);
  const line = fact?.value ?? lines[at]?.text;
  const isSelected = selection !== null && line?.slice(selection.start, selection.end).trim() === text.trim();
  if (!isSelected) return field === 'category' ? { kind: 'value', value: tidyText(text) } : ADVICE.typed;

  const [before, after] = [line.slice(0, selection.start).trim(), line.slice(selection.end).trim()];
  // A date is found in whatever stands around it.
  if (after !== '' && field !== 'datePublished') return ADVICE.inside;
  if (fact !== undefined) return before === '' && after === '' ? { kind: 'fact', place: fact.place } : ADVICE.inside;
  if (before === '') return { kind: 'line', at: at + 1 };
  const words = WORDS_BEFORE.exec(before)?.[0].trim();
  return words === undefined ? ADVICE.inside : { kind: 'after', words };
}

/**
 * The rules that corrections make.
 *
 * @throws ValidationError naming every field that no rule can be made of.
 */
export function deriveRules(fields: CorrectionAsked['fields'], read: ReadLines): SiteRule[] {
  const faults: FaultOfField[] = [];
  const rules = Object.entries(fields).flatMap(([name, asked]): SiteRule[] => {
    const field = name as CorrectedField;
    const finding = findingOf(field, asked, read);
    if ('kind' in finding) return [{ field, finding }];
    faults.push({ path: ['fields', field], message: finding });
    return [];
  });
  if (faults.length > 0) throw refusal(faults);
  return rules;
}
