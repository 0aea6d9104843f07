import type { CorrectedField } from '../../../../../shared/contracts/pages';
import type { GivenFields, GivenValue } from '../../correction';
import type { Rule } from '../../problem';
import type { Provenance, Story } from '../../story';
import { saysLike } from '../folding';
import type { Fact, Line, Origin } from '../../read/document';
import type { Parsed } from '../recognise-article';
import { tidyText } from '../../read/tidy-text';

/** The problems of a page that a value for a field solves. */
const SOLVED: Readonly<Record<CorrectedField, readonly Rule[]>> = {
  title: ['headline-missing', 'headline-too-long'],
  datePublished: ['date-missing', 'date-invalid', 'date-order-unclear', 'time-skipped', 'date-in-future'],
  category: [],
};

/** Facts first, then lines from the top of the page down. */
function inOrder(origins: readonly Origin[]): Origin[] {
  const placeOf = (origin: Origin) => (typeof origin === 'number' ? origin : 0);
  return [...new Set(origins)].sort((a, b) => placeOf(a) - placeOf(b));
}

const linesOf = (provenance: Provenance, name: string) => provenance[name] ?? [];

/** Lines of the body that say only what is given now. Where nothing else would be left, they stay. */
function takenLines(field: CorrectedField, { value, line }: GivenValue, { body }: Story): readonly Line[] {
  const taken = body.filter(({ number, text }) => {
    if (line?.isWhole === true && number === line.number) return true;
    return field === 'title' && saysLike(value)(text);
  });
  return taken.length === body.length ? [] : taken;
}

/** What gave a field before, and gives nothing now, is furniture; what gives something is none. */
function provenanceWith(field: CorrectedField, own: readonly Origin[], taken: readonly number[], before: Provenance): Provenance {
  const paragraphs = linesOf(before, 'paragraphs').filter((number) => typeof number === 'string' || !taken.includes(number));
  const provenance: Provenance = { ...before, paragraphs, [field]: own, furniture: [] };
  const used = new Set(Object.values(provenance).flat());
  const free = [...linesOf(before, 'furniture'), ...linesOf(before, field)].filter((number) => !used.has(number));
  return { ...provenance, furniture: inOrder(free.filter((number) => typeof number === 'number')) };
}

function giveField({ story, problems }: Parsed, field: CorrectedField, given: GivenValue, confidence: number): Parsed {
  const taken = takenLines(field, given, story);
  const numbers = taken.map(({ number }) => number);
  const own = inOrder([...(given.line === null ? [] : [given.line.number]), ...numbers]);
  return {
    story: {
      ...story,
      [field]: tidyText(given.value),
      body: taken.length === 0 ? story.body : story.body.filter((line) => !taken.includes(line)),
      provenance: provenanceWith(field, own, numbers, story.provenance),
      confidence: { ...story.confidence, [field]: confidence },
    },
    problems: problems.filter(({ rule }) => !SOLVED[field].includes(rule)),
  };
}

/** A line, or a fact, counts only as long as it says what it said when the value was given. */
function standing({ value, line }: GivenValue, lines: readonly Line[], facts: readonly Fact[]): GivenValue {
  const isThere =
    line !== null &&
    (lines.some(({ number, text }) => number === line.number && text === line.text) ||
      facts.some((fact) => fact.place === line.number && fact.value === line.text));
  return { value, line: isThere ? line : null };
}

/** How sure a value is that a person has given, and one that a rule of the site has found. */
export const GIVEN = { byPerson: 1, byRule: 0.9 } as const;

/** Puts given values into a story, whatever it said before, and drops the problems that they solve. */
export function giveFields(
  parsed: Parsed,
  fields: GivenFields,
  { lines, facts }: { readonly lines: readonly Line[]; readonly facts: readonly Fact[] },
  confidence: number = GIVEN.byPerson,
): Parsed {
  let given = parsed;
  for (const [field, value] of Object.entries(fields))
    given = giveField(given, field as CorrectedField, standing(value, lines, facts), confidence);
  return given;
}
