import type { DateWords } from './dates/date-words';
import { lineKey, saysLike } from './folding';
import type { Line } from '../read/document';
import { findMetaLine } from './find-meta-line';
import { readHead } from './head';
import { ENOUGH_PAGES, knownCategories, type LearntSite } from '../survey/learn-site';
import type { MetaLine } from './meta-line';
import { findTail, type Section } from './tail';
import { isTextSize } from './text-size';

/** The lines of a page text by what they are, before anyone asked what they mean. */
export interface PageParts {
  readonly slogan: Line | null;
  readonly title: Line | null;
  /** Lines of the body that say the headline once more. */
  readonly repeatedTitle: readonly Line[];
  readonly meta: MetaLine | null;
  readonly paragraphs: readonly Line[];
  readonly sections: readonly Section[];
}

/** What of a page need not be looked for in its lines, as the document declares it. */
interface DeclaredParts {
  readonly title: Line | null;
  readonly hasDate: boolean;
}

/** What stands above the meta line; on a page without one, the slogan and the line below it. */
function linesAbove(lines: readonly Line[], metaIndex: number | undefined, learnt: LearntSite): readonly Line[] {
  if (metaIndex !== undefined) return lines.slice(0, metaIndex);
  const [first] = lines;
  return lines.slice(0, first !== undefined && learnt.slogans.has(lineKey(first.text)) ? 2 : 1);
}

const headingLevel = ({ markup }: Line) => (markup?.kind === 'heading' ? markup.level : null);

/** The headline that markup tells: the first heading of the highest level, or one that stands above all else. */
function markedTitle(lines: readonly Line[]): Line | null {
  const highest = lines.find((line) => headingLevel(line) === 1);
  const [first] = lines;
  return highest ?? (first !== undefined && headingLevel(first) !== null ? first : null);
}

interface HeadParts extends Pick<PageParts, 'slogan' | 'title'> {
  /** Lines that belong to the story. */
  readonly more: readonly Line[];
  /** The first line below, if no meta line stands there. */
  readonly end: number;
}

/** Tells what stands above the text. What is declared, or told by markup, need not be guessed. */
function headOf(lines: readonly Line[], metaIndex: number | undefined, declared: Line | null, learnt: LearntSite): HeadParts {
  const marked = declared === null ? markedTitle(metaIndex === undefined ? lines : lines.slice(0, metaIndex)) : null;
  if (declared !== null || marked !== null) {
    const more = lines.slice(0, metaIndex ?? 0);
    const title = declared ?? marked;
    return { slogan: null, title, more: more.filter((line) => line !== title), end: 0 };
  }
  const above = linesAbove(lines, metaIndex, learnt);
  return { ...readHead(above, learnt), end: above.length };
}

/** Tells the parts of a page apart. */
export function readPage(lines: readonly Line[], words: DateWords, learnt: LearntSite, declared: DeclaredParts): PageParts {
  const found = declared.hasDate ? null : findMetaLine(lines, words, knownCategories(learnt));
  const { slogan, title, more, end } = headOf(lines, found?.index, declared.title, learnt);

  const below = lines.slice(found === null ? end : found.index + 1);
  const isMarked = lines.some(({ markup }) => markup !== undefined);
  const { start, sections } = findTail(below, learnt.headings, !isMarked && learnt.pages < ENOUGH_PAGES);
  const body = [...more, ...below.slice(0, start)].filter((line) => line !== title && !isTextSize(line.text));
  const saysTitle = title === null ? () => false : saysLike(title.text);
  const repeatsTitle = ({ text }: Line) => saysTitle(text);
  const repeatedTitle = body.filter(repeatsTitle);
  return {
    slogan,
    title,
    repeatedTitle,
    meta: found?.meta ?? null,
    paragraphs: repeatedTitle.length === 0 ? body : body.filter((line) => !repeatsTitle(line)),
    sections,
  };
}
