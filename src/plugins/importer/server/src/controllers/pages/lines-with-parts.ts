import type { LinePart, PageLine } from '../../../../shared/contracts/pages';
import type { Fact, Line, Origin } from '../../import/read/document';
import type { Provenance } from '../../import/story';

/** What the parts of a story are to people, by their names in its provenance. */
const PARTS: Readonly<Record<string, LinePart>> = {
  title: 'title',
  datePublished: 'datePublished',
  dateModified: 'dateModified',
  category: 'category',
  tags: 'tags',
  byline: 'byline',
  originalUrl: 'originalUrl',
  locale: 'locale',
  views: 'views',
  paragraphs: 'body',
  slogan: 'site',
  partnersHeading: 'site',
  partners: 'site',
  feedHeading: 'site',
  previousHeading: 'site',
  furniture: 'furniture',
};

/** What was read of a page. */
interface ReadLines {
  readonly lines: readonly Line[];
  readonly facts: readonly Fact[];
}

/** The facts that a page declares, and below them its lines, with what each has given. */
export function linesWithParts({ lines, facts }: ReadLines, provenance: Provenance): PageLine[] {
  const parts = new Map<Origin, Set<LinePart>>();
  for (const [name, origins] of Object.entries(provenance)) {
    const part = PARTS[name];
    if (part === undefined) continue;
    for (const origin of origins) parts.set(origin, (parts.get(origin) ?? new Set<LinePart>()).add(part));
  }
  const partsOf = (origin: Origin) => [...(parts.get(origin) ?? [])];
  return [
    ...facts.map(({ place, value }) => ({ number: place, text: value, parts: partsOf(place) })),
    ...lines.map(({ number, text }) => ({ number, text, parts: partsOf(number) })),
  ];
}
