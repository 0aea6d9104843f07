import type { TailSection } from '../../profile';
import type { SiteParts } from '../../story';
import { lineKey } from '../folding';
import type { Line } from '../lines';
import type { PageParts } from './read-page';

/** The lines that tell about the site. */
export interface SiteLines {
  readonly headings: Readonly<Record<TailSection, Line | null>>;
  /** Names below the partners' heading, each once. */
  readonly partners: readonly Line[];
}

export function siteLinesOf({ sections }: PageParts): SiteLines {
  const sectionOf = (kind: TailSection) => sections.find((section) => section.kind === kind);
  const headingOf = (kind: TailSection) => sectionOf(kind)?.heading ?? null;
  const named = sectionOf('partners')?.items.filter(({ text }) => /\p{L}/u.test(text)) ?? [];
  const once = new Map<string, Line>();
  for (const line of named) {
    const key = lineKey(line.text);
    if (!once.has(key)) once.set(key, line);
  }
  return {
    headings: { partners: headingOf('partners'), feed: headingOf('feed'), previous: headingOf('previous') },
    partners: [...once.values()],
  };
}

export function sitePartsOf({ slogan }: PageParts, { headings, partners }: SiteLines): SiteParts {
  return {
    slogan: slogan?.text ?? null,
    partnersHeading: headings.partners?.text ?? null,
    feedHeading: headings.feed?.text ?? null,
    previousHeading: headings.previous?.text ?? null,
    partners: partners.map(({ text }) => text),
  };
}
