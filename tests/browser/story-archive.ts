import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeZip } from '../helpers/make-archive';
import { ROOT } from './server';

const PAGES = path.join(ROOT, 'seeds/pages');

/** As the other pages in English begin. */
export const SLOGAN = 'News from the town where every window hears the sea';

const STORY = [
  'The old ferry bell has been found under the boards of the harbour office, where nobody had looked for forty years.',
  'The harbour master says that it will hang above the door again, and ring for every boat that comes home.',
];

/** A page that says when it was published in words of its own, which no one knows yet. */
const datedInWords = (headline: string, date: string) => [SLOGAN, headline, `Placed on the site at noon of ${date}`, ...STORY].join('\n\n');

/** The pages that need a person. */
export const BROKEN = {
  /** Has no date at all. */
  undated: {
    name: '801_undated.txt',
    headline: 'Bell of the old ferry found',
    text: ['Bell of the old ferry found', ...STORY].join('\n\n'),
  },
  /** Is none of the archive. */
  lost: {
    name: '802_lost.txt',
    headline: 'The page you are looking for is gone',
    text: 'The page you are looking for is gone\n\nTry the front page.',
  },
  /** Has a date that a rule can find. */
  worded: {
    name: '803_worded.txt',
    headline: 'Ferry bell rings above the door',
    text: datedInWords('Ferry bell rings above the door', '14.05.2021 09:30'),
  },
} as const;

/** A page as the last of the broken ones, in an archive that comes later. */
export const ALIKE = { headline: 'Ferry bell cracked by the frost', date: '02.12.2021 18:05' } as const;

/** The others in it, which nothing is wrong with. */
const WHOLE = [
  { headline: 'Bell founder comes to the island', text: 'The founder has looked at the crack, and thinks that it can be mended.' },
  { headline: 'A horn calls the boats in until spring', text: 'It was lent by the lighthouse, and can be heard as far as the salt pans.' },
] as const;

/**
 * The pages of `seeds/` with three broken ones, as an editor would have them on the desk.
 *
 * @param more other pages that lie among them, by name.
 * @returns how many there are.
 */
export function writeArchive(file: string, more: Readonly<Record<string, string>> = {}): number {
  const names = readdirSync(PAGES);
  const whole = names.map((name) => ({ name, content: readFileSync(path.join(PAGES, name)) }));
  const broken = Object.values(BROKEN).map(({ name, text }) => ({ name, content: text }));
  const others = Object.entries(more).map(([name, content]) => ({ name, content }));
  const all = [...whole, ...broken, ...others];
  writeFileSync(file, makeZip(all));
  return all.length;
}

/** The archive that comes later. @returns how many pages it has. */
export function writeLaterArchive(file: string): number {
  const whole = WHOLE.map(({ headline, text }) => [SLOGAN, headline, '12 05.12.2021 11:40 Island A A', text].join('\n\n'));
  const texts = [datedInWords(ALIKE.headline, ALIKE.date), ...whole];
  writeFileSync(file, makeZip(texts.map((content, index) => ({ name: `9${index}_later.txt`, content }))));
  return texts.length;
}
