import { type SiteProfile, TAIL_SECTIONS, type TailSection } from '../../profile';
import { type Line, lineKey } from '../lines';

/** A part of the page below its story. */
export interface Section {
  readonly kind: TailSection;
  readonly heading: Line;
  readonly items: readonly Line[];
}

/** What stands below a story. */
export interface Tail {
  /** Index, among the lines looked at, of the first that is no part of the story. */
  readonly start: number;
  readonly sections: readonly Section[];
}

/** Which lines head which section, by `lineKey`. */
export type Headings = ReadonlyMap<string, TailSection>;

export function headingsOf(profile: SiteProfile): Headings {
  return new Map(TAIL_SECTIONS.flatMap((kind) => profile.headings[kind].map((text) => [lineKey(text), kind] as const)));
}

const LONGEST_HEADING = 50;
const MOST_WORDS_IN_HEADING = 6;

/** Short, and no sentence: what a heading or a partner's name looks like. */
export function looksLikeHeading(text: string): boolean {
  return text.length <= LONGEST_HEADING && text.split(' ').length <= MOST_WORDS_IN_HEADING && /^\p{L}[^.!?…:;,]*$/u.test(text);
}

const looksLikeFeedItem = (text: string) => /^\d{1,2}[:.]\d{2}\s+\p{L}/u.test(text);

function sectionsFrom(lines: readonly Line[], kindOf: (line: Line, index: number) => TailSection | undefined): Section[] {
  const sections: { kind: TailSection; heading: Line; items: Line[] }[] = [];
  lines.forEach((line, index) => {
    const kind = kindOf(line, index);
    if (kind !== undefined) sections.push({ kind, heading: line, items: [] });
    else sections.at(-1)?.items.push(line);
  });
  return sections;
}

/**
 * A page whose headings nobody knows: its last lines, as long as each looks like a heading, a name or a feed item.
 * There must be as many as there are sections, so that a short last paragraph stays with its story.
 */
function guessTail(lines: readonly Line[]): Tail | null {
  let start = lines.length;
  while (start > 0 && isTailLine(lines[start - 1]?.text ?? '')) start -= 1;
  const tail = lines.slice(start);
  if (start === 0 || tail.length < TAIL_SECTIONS.length) return null;

  const plain = tail.length === TAIL_SECTIONS.length && tail.every(({ text }) => looksLikeHeading(text));
  return { start, sections: plain ? sectionsFrom(tail, (_line, index) => TAIL_SECTIONS[index]) : [] };
}

const isTailLine = (text: string) => looksLikeHeading(text) || looksLikeFeedItem(text);

/**
 * Finds where a story ends and what stands below it.
 *
 * @param lines the lines below the meta line.
 */
export function findTail(lines: readonly Line[], headings: Headings): Tail {
  const kindOf = (line: Line) => headings.get(lineKey(line.text));
  const start = lines.findIndex((line) => kindOf(line) !== undefined);
  if (start >= 0) return { start, sections: sectionsFrom(lines.slice(start), kindOf) };
  return guessTail(lines) ?? { start: lines.length, sections: [] };
}
