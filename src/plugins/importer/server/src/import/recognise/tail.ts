import { type SiteProfile, TAIL_SECTIONS, type TailSection } from '../profile';
import { lineKey, longestKey, shortLineKey } from './folding';
import type { Line } from '../read/document';

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

/** A time and a headline. */
export const looksLikeFeedItem = (text: string) => /^\d{1,2}[:.]\d{2}\s+\p{L}/u.test(text);

const LONGEST_ITEM = 200;

/** Names and headlines are short and end without a full stop. */
const looksLikeParagraph = (text: string) => text.length > LONGEST_ITEM || text.endsWith('.');

function sectionsFrom(lines: readonly Line[], kindOf: (line: Line, index: number) => TailSection | undefined): Section[] {
  const sections: { kind: TailSection; heading: Line; items: Line[] }[] = [];
  lines.forEach((line, index) => {
    const kind = kindOf(line, index);
    if (kind !== undefined) sections.push({ kind, heading: line, items: [] });
    else sections.at(-1)?.items.push(line);
  });
  return sections;
}

/** A heading's words may head a part of the story too: then paragraphs follow. */
function holdsParagraphs({ items }: Section): boolean {
  return items.filter(({ text }) => looksLikeParagraph(text)).length > items.length / 2;
}

/**
 * A lone page whose headings nobody knows. Its last lines are its tail when they are just as many as there are sections,
 * or have feed items among them; anything else that is short may belong to the story, and stays there.
 */
function guessTail(lines: readonly Line[]): Tail | null {
  const isTailLine = (text: string) => looksLikeHeading(text) || looksLikeFeedItem(text);
  let start = lines.length;
  while (start > 0 && isTailLine(lines[start - 1]?.text ?? '')) start -= 1;
  const tail = lines.slice(start);
  if (start === 0 || tail.length < TAIL_SECTIONS.length) return null;

  const hasFeed = tail.some(({ text }) => looksLikeFeedItem(text));
  if (tail.length > TAIL_SECTIONS.length && !hasFeed) return null;
  return { start, sections: hasFeed ? [] : sectionsFrom(tail, (_line, index) => TAIL_SECTIONS[index]) };
}

/**
 * Finds where a story ends and what stands below it.
 *
 * @param lines the lines below the meta line.
 * @param mayGuess whether a tail may be guessed that has no known heading.
 */
export function findTail(lines: readonly Line[], headings: Headings, mayGuess: boolean): Tail {
  const longest = longestKey(headings.keys());
  const kindOf = ({ text }: Line) => {
    const key = shortLineKey(text, longest);
    return key === null ? undefined : headings.get(key);
  };
  const sections = sectionsFrom(lines, kindOf);
  const own = sections.slice(sections.findLastIndex(holdsParagraphs) + 1);
  const [first] = own;
  if (first !== undefined) return { start: lines.indexOf(first.heading), sections: own };
  return (mayGuess ? guessTail(lines) : null) ?? { start: lines.length, sections: [] };
}
