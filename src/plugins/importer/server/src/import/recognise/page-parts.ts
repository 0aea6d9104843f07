import type { DateWords } from './dates/date-words';
import { lineKey, saysLike } from './folding';
import type { Line } from '../read/lines';
import { findMetaLine } from './find-meta-line';
import { readHead } from './head';
import { ENOUGH_PAGES, knownRubrics, type LearntSite } from '../survey/learn-site';
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

/** What stands above the meta line; on a page without one, the slogan and the line below it. */
function linesAbove(lines: readonly Line[], metaIndex: number | undefined, learnt: LearntSite): readonly Line[] {
  if (metaIndex !== undefined) return lines.slice(0, metaIndex);
  const [first] = lines;
  return lines.slice(0, first !== undefined && learnt.slogans.has(lineKey(first.text)) ? 2 : 1);
}

/** Tells the parts of a page text apart. */
export function readPage(lines: readonly Line[], words: DateWords, learnt: LearntSite): PageParts {
  const found = findMetaLine(lines, words, knownRubrics(learnt));
  const above = linesAbove(lines, found?.index, learnt);
  const { slogan, title, more } = readHead(above, learnt);

  const below = lines.slice(found === null ? above.length : found.index + 1);
  const { start, sections } = findTail(below, learnt.headings, learnt.pages < ENOUGH_PAGES);
  const body = [...more, ...below.slice(0, start)].filter(({ text }) => !isTextSize(text));
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
