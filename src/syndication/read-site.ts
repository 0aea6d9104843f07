import type { Reader } from '../news/reader/reader';

/** What a language's site is called; `Newsroom` where nobody has named it. */
export interface Site {
  readonly name: string;
  readonly slogan: string;
}

const UNNAMED = 'Newsroom';

const textOf = (value: unknown) => (typeof value === 'string' ? value.trim() : '');

export async function readSite(reader: Reader, locale: string): Promise<Site> {
  const [row] = await reader.all('select name, slogan from sites where locale = ? order by id desc limit 1', [locale]);
  return { name: textOf(row?.['name']) || UNNAMED, slogan: textOf(row?.['slogan']) };
}
