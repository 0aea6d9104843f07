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
  /** What may have been UTF-8: whole tokens, and two characters of one. */
  readonly token: RegExp;
  readonly pair: RegExp;
  /** Two characters of UTF-8 of which one is suspicious. */
  readonly suspiciousPair: string;
}

function readCodePage(encoding: string): CodePage {
  const bytes = new Map<string, string>();
  for (let byte = 0x80; byte < 0x100; byte += 1) {
    const [char, raw] = [iconv.decode(Buffer.of(byte), encoding), String.fromCharCode(byte)];
    if (char !== '\uFFFD') bytes.set(char, raw);
    // Where an encoding has no character, programs leave the control character that the byte is in Latin-1.
    if (byte < 0xa0 && !bytes.has(raw)) bytes.set(raw, raw);
  }
  const chars = [...bytes];
  const setOf = (isIn: (char: string, raw: string) => boolean) => {
    const inside = chars.filter(([char, raw]) => isIn(char, raw)).map(([char]) => char.replace(/[\\\]^-]/, '\\$&'));
    return `[${inside.join('')}]`;
  };
  const isFirst = (raw: string) => raw >= '\xC2' && raw <= '\xF4';
  const isLater = (raw: string) => raw <= '\xBF';
  const [first, later] = [setOf((_, raw) => isFirst(raw)), setOf((_, raw) => isLater(raw))];
  const suspiciousFirst = setOf((char, raw) => isFirst(raw) && SUSPICIOUS.test(char));
  const suspiciousLater = setOf((char, raw) => isLater(raw) && SUSPICIOUS.test(char));
  bytes.set('\uFFFD', '\xFF');
  return {
    bytes,
    token: new RegExp(`${setOf(() => true).slice(0, -1)}\uFFFD]{1,4000}`, 'gu'),
    pair: new RegExp(first + later, 'u'),
    suspiciousPair: `${suspiciousFirst}${later}|${first}${suspiciousLater}`,
  };
}

const codePages = new Map<string, CodePage>();
const codePageOf = (encoding: string): CodePage => {
  const page = codePages.get(encoding) ?? readCodePage(encoding);
  codePages.set(encoding, page);
  return page;
};

const bytesOf = (text: string, { bytes }: CodePage) => Array.from(text, (char) => bytes.get(char) ?? char).join('');

/** Letters and signs of our languages: what is put right holds no others. */
// eslint-disable-next-line no-misleading-character-class -- a variation selector by itself is meant
const EXPECTED = /^[\u0080-\u00FFıİşŞğĞəƏŒœŠšŸŽžƒˆ˜\u0400-\u04FF\u2000-\u22FF\u2500-\u259F\uFE0F\uFEFF\uFFFD\p{Extended_Pictographic}]*$/u;

/** Letters of which a byte is lost. */
const HALVES = /^(?:[\xC2-\xDF]\xFF|[\xE0-\xEF](?:\xFF[\x80-\xBF]|[\x80-\xBF]\xFF))+$/;

/** One or two letters alone are taken for misread only where they begin as those of our languages do. */
const SURE = /[ÃÂÄÅÐÑ].|â€./u;
const FEWEST_REPAIRED = 3;

/** Two characters that are letters of UTF-8 in some other encoding. */
const SUSPICIOUS_PAIR = new RegExp(TAKEN_FOR.map((encoding) => codePageOf(encoding).suspiciousPair).join('|'), 'u');

/** Small and capital letters in one word, as KOI8-R and windows-1251 have them when one is taken for the other. */
const JARRING = /[а-яё][А-ЯЁ]/gu;
const [FEWEST_STRANGE, STRANGE_SHARE] = [4, 0.02];

/** So much of a text, in characters, tells what it was. */
const SAMPLE = 20_000;

/** Lines that tell what a text was. */
function sampleOf(lines: readonly string[], isTelling: (line: string) => boolean): string[] {
  const sample: string[] = [];
  let length = 0;
  for (const line of lines) {
    if (length > SAMPLE) break;
    if (!isTelling(line)) continue;
    sample.push(line.slice(0, SAMPLE));
    length += line.length;
  }
  return sample;
}

interface Repair {
  readonly lines: readonly string[];
  /** How many letters were put right. */
  readonly letters: number;
}

/** Puts right what was UTF-8 and was taken for another encoding. */
function repairTakenFor(lines: readonly string[], encoding: string): Repair {
  const page = codePageOf(encoding);
  let [letters, suspicious, isSure] = [0, 0, false];
  const repairToken = (token: string) => {
    const bytes = bytesOf(token, page);
    const { valid, bad } = evidenceIn(bytes);
    if (!HALVES.test(bytes) && (valid === 0 || bad > valid)) return token;
    const read = readUtf8(bytes);
    if (!EXPECTED.test(read)) return token;
    letters += valid;
    if (SUSPICIOUS.test(token)) suspicious += 1;
    if (SURE.test(token)) isSure = true;
    return read;
  };
  const repaired = lines.map((line) => (page.pair.test(line) ? line.replace(page.token, repairToken) : line));
  const isRight = suspicious > 0 && (letters >= FEWEST_REPAIRED || isSure);
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
    const sample = rawOf(sampleOf(lines, fits).join('\n'));
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

/** Whether many characters of a text are such as our languages have few of. */
function isStrange(text: string): boolean {
  const beginning = text.slice(0, SAMPLE);
  const strange = Array.from(beginning).filter((char) => SUSPICIOUS.test(char)).length;
  const jarring = beginning.match(JARRING)?.length ?? 0;
  return jarring >= FEWEST_STRANGE || strange >= Math.max(FEWEST_STRANGE, beginning.length * STRANGE_SHARE);
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
  let lines: readonly string[] = text.replace(MARK, '').split('\n');
  if (isStrange(text)) lines = repairConfused(lines, encodings);
  for (let times = 0; times < MOST_TIMES; times += 1) {
    const sample = sampleOf(lines, (line) => SUSPICIOUS_PAIR.test(line));
    if (sample.length === 0) break;
    const letters = TAKEN_FOR.map((encoding) => repairTakenFor(sample, encoding).letters);
    const most = Math.max(...letters);
    const encoding = TAKEN_FOR[letters.indexOf(most)];
    if (most === 0 || encoding === undefined) break;
    ({ lines } = repairTakenFor(lines, encoding));
  }
  return lines.join('\n').replace(/[\u0080-\u009F]/gu, (control) => iconv.decode(Buffer.from(control, 'latin1'), 'windows-1252'));
}
