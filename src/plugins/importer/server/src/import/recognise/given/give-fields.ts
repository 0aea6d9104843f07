import type { CorrectedField } from '../../../../../shared/contracts/pages';
import type { GivenFields, GivenValue } from '../../correction';
import type { Rule } from '../../problem';
import type { Provenance, Story } from '../../story';
import { saysLike } from '../folding';
import type { Line } from '../../read/lines';
import type { Parsed } from '../recognise-article';
import { tidyText } from '../../read/tidy-text';

/** The problems of a page that a value for a field solves. */
const SOLVED: Readonly<Record<CorrectedField, readonly Rule[]>> = {
  title: ['headline-missing', 'headline-too-long'],
  datePublished: ['date-missing', 'date-invalid', 'date-order-unclear', 'time-skipped', 'date-in-future'],
  category: [],
};

const linesOf = (provenance: Provenance, name: string) => provenance[name] ?? [];

/** Lines of the body that say only what is given now. Where nothing else would be left, they stay. */
function takenLines(field: CorrectedField, { value, line }: GivenValue, { paragraphs, provenance }: Story): readonly number[] {
  const body = linesOf(provenance, 'paragraphs');
  const taken = body.filter((number, index) => {
    if (line?.isWhole === true && number === line.number) return true;
    return field === 'title' && saysLike(value)(paragraphs[index] ?? '');
  });
  return taken.length === body.length ? [] : taken;
}

/** What gave a field before, and gives nothing now, is furniture; what gives something is none. */
function provenanceWith(field: CorrectedField, own: readonly number[], taken: readonly number[], before: Provenance): Provenance {
  const paragraphs = linesOf(before, 'paragraphs').filter((number) => !taken.includes(number));
  const told: Provenance = { ...before, paragraphs, [field]: own, furniture: [] };
  const used = new Set(Object.values(told).flat());
  const free = [...linesOf(before, 'furniture'), ...linesOf(before, field)].filter((number) => !used.has(number));
  return { ...told, furniture: [...new Set(free)].sort((a, b) => a - b) };
}

function giveField({ story, problems }: Parsed, field: CorrectedField, given: GivenValue): Parsed {
  const taken = takenLines(field, given, story);
  const own = [...new Set([...(given.line === null ? [] : [given.line.number]), ...taken])].sort((a, b) => a - b);
  const body = linesOf(story.provenance, 'paragraphs');
  return {
    story: {
      ...story,
      [field]: tidyText(given.value),
      paragraphs: taken.length === 0 ? story.paragraphs : story.paragraphs.filter((_, index) => !taken.includes(body[index] ?? 0)),
      provenance: provenanceWith(field, own, taken, story.provenance),
    },
    problems: problems.filter(({ rule }) => !SOLVED[field].includes(rule)),
  };
}

/** A line counts only as long as it says what it said when the value was given. */
function standing({ value, line }: GivenValue, lines: readonly Line[]): GivenValue {
  const isThere = line !== null && lines.some(({ number, text }) => number === line.number && text === line.text);
  return { value, line: isThere ? line : null };
}

/** Puts given values into a story, whatever it said before, and drops the problems that they solve. */
export function giveFields(parsed: Parsed, fields: GivenFields, lines: readonly Line[]): Parsed {
  let given = parsed;
  for (const [field, value] of Object.entries(fields)) given = giveField(given, field as CorrectedField, standing(value, lines));
  return given;
}
