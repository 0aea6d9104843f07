import type { LinePart, PageLine } from '../../../../shared/contracts/pages';
import type { Line } from '../../import/read/lines';
import type { Provenance } from '../../import/story';

/** What the parts of a story are to people, by their names in its provenance. */
const PARTS: Readonly<Record<string, LinePart>> = {
  title: 'title',
  datePublished: 'datePublished',
  category: 'category',
  views: 'views',
  paragraphs: 'body',
  slogan: 'site',
  partnersHeading: 'site',
  partners: 'site',
  feedHeading: 'site',
  previousHeading: 'site',
  furniture: 'furniture',
};

/** The lines of a page with what each has given. */
export function linesWithParts(lines: readonly Line[], provenance: Provenance): PageLine[] {
  const parts = new Map<number, Set<LinePart>>();
  for (const [name, numbers] of Object.entries(provenance)) {
    const part = PARTS[name];
    if (part === undefined) continue;
    for (const number of numbers) parts.set(number, (parts.get(number) ?? new Set<LinePart>()).add(part));
  }
  return lines.map(({ number, text }) => ({ number, text, parts: [...(parts.get(number) ?? [])] }));
}
