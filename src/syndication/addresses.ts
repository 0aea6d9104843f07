import { readEnvironment } from '../environment/environment';

const withoutSlash = (address: string) => address.replace(/\/+$/, '');

interface Addressed {
  readonly documentId: string;
  readonly locale: string;
  readonly slug: string | null;
}

/** Where things are reached, without a slash at the end. */
export interface Addresses {
  /** Newsroom itself. */
  readonly newsroom: string;
  /** The front page of the public site. */
  readonly site: string;
  /** The page of an article on the public site, as `ARTICLE_PATH` has it. An article without a slug is named by its document. */
  article(article: Addressed): string;
}

/** The addresses that the environment tells: read it once for a feed or a sitemap, not for each of its articles. */
export function readAddresses(): Addresses {
  const { PUBLIC_URL, PUBLIC_SITE_URL, ARTICLE_PATH, HOST, PORT } = readEnvironment();
  const newsroom = withoutSlash(PUBLIC_URL ?? `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`);
  const site = withoutSlash(PUBLIC_SITE_URL ?? newsroom);
  return {
    newsroom,
    site,
    article({ documentId, locale, slug }) {
      const values: Readonly<Record<string, string>> = { locale, slug: slug ?? documentId, documentId };
      return `${site}${ARTICLE_PATH.replace(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(values[name] ?? ''))}`;
    },
  };
}
