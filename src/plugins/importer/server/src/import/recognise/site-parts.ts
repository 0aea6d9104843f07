import type { TailSection } from '../profile';
import type { SiteParts } from '../story';
import { lineKey } from './folding';
import type { Line } from '../read/document';
import type { PageParts } from './page-parts';

/** The lines that tell about the site. */
export interface SiteLines {
  readonly headings: Readonly<Record<TailSection, Line | null>>;
  /** Names below the partners' heading, each once. */
  readonly partners: readonly Line[];
}

/** No page names more partners, and none has a longer name or text about the site: it was misread, and is carried no further. */
const MOST_PARTNERS = 300;
const LONGEST_TEXT = 2000;

export function siteLinesOf({ sections }: PageParts): SiteLines {
  const sectionOf = (kind: TailSection) => sections.find((section) => section.kind === kind);
  const headingOf = (kind: TailSection) => sectionOf(kind)?.heading ?? null;
  const once = new Map<string, Line>();
  for (const line of sectionOf('partners')?.items ?? []) {
    if (once.size === MOST_PARTNERS) break;
    if (line.text.length > LONGEST_TEXT || !/\p{L}/u.test(line.text)) continue;
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
    slogan: slogan !== null && slogan.text.length <= LONGEST_TEXT ? slogan.text : null,
    partnersHeading: headings.partners?.text ?? null,
    feedHeading: headings.feed?.text ?? null,
    previousHeading: headings.previous?.text ?? null,
    partners: partners.map(({ text }) => text),
  };
}
