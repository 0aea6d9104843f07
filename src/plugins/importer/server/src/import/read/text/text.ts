import { report } from '../../report-problem';
import { damageOf } from '../damage';
import { decode } from '../decode';
import type { MediaType } from '../document';
import { MOST_LINES, readLines } from '../lines';
import { kindOfBinary, kindOfBytes, kindOfName, kindOfText } from '../not-read';

const faulty = (problem: ReturnType<typeof report.error>) => ({ lines: [], facts: [], problems: [problem] });

/** Page texts: what a reader saw of a page, line by line, without its markup. It declares nothing about itself. */
export const TEXT: MediaType = {
  name: 'text/plain',

  detect: (bytes, name) => kindOfName(name) === null && kindOfBytes(bytes, name) === null,

  read(bytes, { name, encodings }) {
    const decoded = decode(bytes, encodings);
    // In UTF-16 marks of other formats are seen only now.
    const kind = decoded === null ? kindOfBinary(name) : kindOfText(decoded.text);
    if (kind !== null) return { kind };
    if (decoded === null) return faulty(report.error('binary', undefined, `${bytes.length} bytes that are no text`, 'a page text'));
    const lines = readLines(decoded.text, decoded.isTidy, MOST_LINES + 1);
    if (lines.length > MOST_LINES)
      return faulty(report.error('page-too-large', undefined, `more than ${MOST_LINES} lines`, `at most ${MOST_LINES}`));
    if (lines.length === 0) return faulty(report.error('page-empty', undefined, 'blank lines only', 'a page text'));
    return { lines, facts: [], problems: damageOf(lines, decoded.isTidy) };
  },
};
