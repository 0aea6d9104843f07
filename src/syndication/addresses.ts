import { readEnvironment } from '../environment/environment';

const withoutSlash = (address: string) => address.replace(/\/+$/, '');

/** Where Newsroom itself is reached, without a slash at its end. */
export function newsroomAddress(): string {
  const { PUBLIC_URL, HOST, PORT } = readEnvironment();
  return withoutSlash(PUBLIC_URL ?? `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`);
}

/** The front page of the public site, without a slash at its end. */
export const siteAddress = (): string => withoutSlash(readEnvironment().PUBLIC_SITE_URL ?? newsroomAddress());

interface Addressed {
  readonly documentId: string;
  readonly locale: string;
  readonly slug: string | null;
}

/** The page of an article on the public site, as `ARTICLE_PATH` has it. An article without a slug is named by its document. */
export function articleAddress({ documentId, locale, slug }: Addressed): string {
  const values: Readonly<Record<string, string>> = { locale, slug: slug ?? documentId, documentId };
  const path = readEnvironment().ARTICLE_PATH.replace(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(values[name] ?? ''));
  return `${siteAddress()}${path}`;
}
