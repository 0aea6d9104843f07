import iconv from 'iconv-lite';
import { evidenceIn, readUtf8 } from './mixed';
import { isPlausible, judge, likeliest } from './plausibility';

/** Encodings that UTF-8 is taken for by mistake. */
const TAKEN_FOR = ['windows-1252', 'windows-1251', 'KOI8-R', 'IBM866', 'windows-1254', 'macintosh', 'maccyrillic'];

/**
 * Characters that a text read in the wrong encoding has many of, and one in our languages next to none: what stands for the later bytes of
 * UTF-8, letters of Western Europe, box drawings, and control characters.
 */
export const SUSPICIOUS =
  /[\u0080-\u009F¡-¦¨ª¬¯±-¶¸¹¼-Æ\u00C8-Õ\u00D8-Û\u00DD-æ\u00E8-õ\u00F8-û\u00FD-ÿŒœŠšŸŽžƒˆ˜ЂЃЉЊЋЌЏђѓљњќћџЎЅѕЈј‚†‡‰‹›€™\u2500-\u259F⌠⌡≈≤≥√∙]/u;

/** What the bytes of an encoding beyond ASCII stand for, and the other way round. */
interface CodePage {
  readonly bytes: ReadonlyMap<string, string>;
  readonly token: RegExp;
}

function readCodePage(encoding: string): CodePage {
  const bytes = new Map<string, string>();
  for (let byte = 0x80; byte < 0x100; byte += 1) {
    const [char, raw] = [iconv.decode(Buffer.of(byte), encoding), String.fromCharCode(byte)];
    if (char !== '\uFFFD') bytes.set(char, raw);
    // Where an encoding has no character, programs leave the control character that the byte is in Latin-1.
    if (byte < 0xa0 && !bytes.has(raw)) bytes.set(raw, raw);
  }
  bytes.set('\uFFFD', '\xFF');
  return { bytes, token: new RegExp(`[${[...bytes.keys()].join('').replace(/[\\\]^-]/g, '\\$&')}]+`, 'gu') };
}

const codePages = new Map<string, CodePage>();
const codePageOf = (encoding: string): CodePage => {
  const page = codePages.get(encoding) ?? readCodePage(encoding);
  codePages.set(encoding, page);
  return page;
};

const bytesOf = (text: string, { bytes }: CodePage) => Array.from(text, (char) => bytes.get(char) ?? char).join('');

/** Letters and signs of our languages: what is put right holds no others. */
const EXPECTED = /^[\u0080-\u00FFıİşŞğĞəƏŒœŠšŸŽžƒˆ˜\u0400-\u04FF\u2000-\u22FF\u2500-\u259F\uFE0F\uFEFF\uFFFD\p{Extended_Pictographic}]*$/u;

/** Letters of which a byte is lost. */
const HALVES = /^(?:[\xC2-\xDF]\xFF|[\xE0-\xEF](?:\xFF[\x80-\xBF]|[\x80-\xBF]\xFF))+$/;

/** One letter alone is taken for misread only where it begins as those of our languages do. */
const SURE_ALONE = /^(?:[ÃÂÄÅÐÑ].|â€.)$/u;

interface Repair {
  readonly lines: readonly string[];
  /** How many letters were put right. */
  readonly letters: number;
}

/** Puts right what was UTF-8 and was taken for another encoding. */
function repairTakenFor(lines: readonly string[], encoding: string): Repair {
  const page = codePageOf(encoding);
  let [letters, suspicious, isSure] = [0, 0, false];
  const repaired = lines.map((line) =>
    line.replace(page.token, (token) => {
      const bytes = bytesOf(token, page);
      const { valid, bad } = evidenceIn(bytes);
      if (!HALVES.test(bytes) && (valid === 0 || bad > valid)) return token;
      const read = readUtf8(bytes);
      if (!EXPECTED.test(read)) return token;
      letters += valid;
      if (SUSPICIOUS.test(token)) suspicious += 1;
      if (SURE_ALONE.test(token)) isSure = true;
      return read;
    }),
  );
  const isRight = suspicious > 0 && (letters > 1 || isSure);
  return isRight ? { lines: repaired, letters } : { lines, letters: 0 };
}

/** By so many bits per letter another encoding must be more plausible than the one in which a text was read. */
const CLEARLY = 1;

/** Fewer letters tell too little. */
const FEWEST_LETTERS = 20;

/** Puts right what was in one single-byte encoding and was taken for another. */
function repairConfused(lines: readonly string[], encodings: readonly string[]): readonly string[] {
  for (const encoding of TAKEN_FOR) {
    const page = codePageOf(encoding);
    const rawOf = (line: string) => Buffer.from(bytesOf(line, page), 'latin1');
    const fits = (line: string) => Array.from(line).every((char) => char <= '\u007F' || page.bytes.has(char));
    const sample = rawOf(lines.filter(fits).join('\n'));
    const [read, best] = [judge(sample, encoding), likeliest(sample, encodings)];
    if (best === null || read.high < FEWEST_LETTERS || !isPlausible(best) || best.bits + CLEARLY > read.bits) continue;
    return lines.map((line) => {
      if (!fits(line)) return line;
      const raw = rawOf(line);
      return judge(raw, best.encoding).bits < judge(raw, encoding).bits ? iconv.decode(raw, best.encoding) : line;
    });
  }
  return lines;
}

const MOST_TIMES = 3;

/** A mark of UTF-8 that was read as text. */
const MARK = /^(?:ï»¿|п»ї)/u;

/**
 * Puts right a text that was read in a wrong encoding, and stored so: `РџСЂРёРІРµС‚`, `Ã¼`, `Ïðèâåò`. It is left alone where it is not certain
 * what it was.
 *
 * @param encodings the single-byte encodings that it may have been in.
 */
export function repairMisread(text: string, encodings: readonly string[]): string {
  if (!SUSPICIOUS.test(text)) return text;
  let lines = repairConfused(text.replace(MARK, '').split('\n'), encodings);
  for (let times = 0; times < MOST_TIMES; times += 1) {
    const repairs = TAKEN_FOR.map((encoding) => repairTakenFor(lines, encoding));
    const best = repairs.reduce((most, repair) => (repair.letters > most.letters ? repair : most));
    if (best.letters === 0) break;
    ({ lines } = best);
  }
  return lines.join('\n').replace(/[\u0080-\u009F]/gu, (control) => iconv.decode(Buffer.from(control, 'latin1'), 'windows-1252'));
}
