import type { SiteProfile } from '../profile';
import { decode } from './decode';
import { type Line, readLines } from './lines';
import { report, type Report } from './report-problem';

/** The lines of a page, or what is wrong with it where it has none. */
export interface PageLines {
  readonly lines: readonly Line[];
  readonly problems: readonly Report[];
}

const withoutLines = (problem: Report): PageLines => ({ lines: [], problems: [problem] });

/** Decodes a page and splits it into lines. */
export function pageLinesOf(bytes: Uint8Array, { encodings }: SiteProfile): PageLines {
  if (bytes.length === 0) return withoutLines(report.error('page-empty', undefined, '0 bytes', 'a page text'));
  const decoded = decode(bytes, encodings);
  if (decoded === null) return withoutLines(report.error('binary', undefined, `${bytes.length} bytes that are no text`, 'a page text'));
  const lines = readLines(decoded.text, decoded.isTidy);
  if (lines.length === 0) return withoutLines(report.error('page-empty', undefined, 'blank lines only', 'a page text'));
  return { lines, problems: [] };
}
