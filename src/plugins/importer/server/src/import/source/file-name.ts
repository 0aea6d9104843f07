import { decode } from 'iconv-lite';

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** What file names that are not UTF-8 may be written in: Windows, DOS (as zips have it) and old Unix in Cyrillic, Windows in Turkish. */
const ENCODINGS = ['windows-1251', 'cp866', 'koi8-r', 'windows-1254', 'cp437'] as const;

/** A small letter is likelier in a name than a capital, a letter of one script beside one of another is not. */
const SIGNS: readonly (readonly [RegExp, number])[] = [
  [/\p{Ll}/gu, 2],
  [/\p{Lu}/gu, 1],
  [/\p{Ll}\p{Lu}/gu, -2],
  [/\p{Script=Cyrillic}[\p{Script=Latin}]|\p{Script=Latin}\p{Script=Cyrillic}/gu, -6],
  [/[^\p{ASCII}\p{L}–—«»№’ ]/gu, -4],
  [/[^\p{ASCII}а-яёА-ЯЁəğıöüşçƏĞİÖÜŞÇ]/gu, -1],
];

const likeness = (text: string) => SIGNS.reduce((sum, [sign, worth]) => sum + worth * (text.match(sign)?.length ?? 0), 0);

/**
 * The name that some bytes write: in UTF-8, or else in the encoding that makes the likeliest name of them. Composed letters and
 * letters with loose accents are one name (Unicode's form C): macOS writes the latter.
 */
export function nameOfBytes(bytes: Uint8Array): string {
  try {
    return UTF8.decode(bytes).normalize('NFC');
  } catch {
    const read = ENCODINGS.map((encoding) => decode(Buffer.from(bytes), encoding));
    const [best = ''] = read.sort((a, b) => likeness(b) - likeness(a));
    return best.normalize('NFC');
  }
}
