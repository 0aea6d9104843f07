import iconv from 'iconv-lite';

/** What a character is to the one beside it. */
const [APART, LATIN_SMALL, LATIN_CAPITAL, CYRILLIC_SMALL, CYRILLIC_CAPITAL, SIGN] = [0, 1, 2, 3, 4, 5];

const isLetter = (kind: number) => kind !== APART && kind !== SIGN;
const isCyrillic = (kind: number) => kind === CYRILLIC_SMALL || kind === CYRILLIC_CAPITAL;
const isSmall = (kind: number) => kind === LATIN_SMALL || kind === CYRILLIC_SMALL;
const isCapital = (kind: number) => kind === LATIN_CAPITAL || kind === CYRILLIC_CAPITAL;

/**
 * How many of a thousand letters in Russian are this one: Russian National Corpus, letters of words.
 * The last ones are of Ukrainian, Belarusian and their neighbours: they come where a page is in one of these.
 */
const PER_THOUSAND: Readonly<Record<string, number>> = {
  ...{ о: 110, е: 84, а: 80, и: 74, н: 67, т: 63, с: 55, р: 47, в: 45, л: 44, к: 35, м: 32, д: 30, п: 28, у: 26, я: 20, ы: 19 },
  ...{ ь: 17, г: 17, з: 16, б: 16, ч: 14, й: 12, х: 10, ж: 9, ш: 7, ю: 6, ц: 5, щ: 4, э: 3, ф: 3, ё: 2, ъ: 0.5 },
  ...{ і: 4, ї: 1, є: 1, ў: 0.5, ґ: 0.2 },
};

/** Bits that a character costs: the rarer, the more. */
const RARE_CYRILLIC = 13;
const CAPITAL = 1;
const COSTS: readonly (readonly [number, RegExp])[] = [
  [4, /[ıəğşçöüİƏĞŞÇÖÜ«»“”‘’„–—…№]/u],
  [5, /[éèêàâäñáíóúëïôîûùß]/u],
  [6, /[ãõøåæœÉÀØÆŒÑÜ•©®™€‚‹›]/u],
  [8, /[°£§±×½]/u],
  [9, /[ÄÁÍÓÚÈÊ]/u],
  [14, /\p{L}/u],
  [10, /[\u00AD\u00A0¼¾²³µ¶·´¡¿]/u],
  [12, /[^\p{C}\uFFFD]/u],
  [16, /./su],
];
const NO_BREAK_SPACE = 4;

/** Bits for what stands side by side in no word: two scripts, a small letter and a capital, a sign between letters. */
const JARRING = 6;

/** More consonants than these follow each other in few words, and each of the others costs so much. */
const [MOST_CONSONANTS, CONSONANT_BITS] = [3, 3];
const CONSONANT = /[бвгджзйклмнпрстфхцчшщ]/iu;

function costOf(char: string): number {
  if (char === '\u00A0') return NO_BREAK_SPACE;
  const small = char.toLowerCase();
  const capital = small === char ? 0 : CAPITAL;
  if (/\p{Script=Cyrillic}/u.test(char)) {
    const share = PER_THOUSAND[small];
    return capital + (share === undefined ? RARE_CYRILLIC : -Math.log2(share / 1000));
  }
  return capital + (COSTS.find(([, pattern]) => pattern.test(char))?.[0] ?? 0);
}

function kindOf(char: string): number {
  if (/\p{L}/u.test(char)) {
    const isSmallLetter = char.toLowerCase() === char;
    if (/\p{Script=Cyrillic}/u.test(char)) return isSmallLetter ? CYRILLIC_SMALL : CYRILLIC_CAPITAL;
    return isSmallLetter ? LATIN_SMALL : LATIN_CAPITAL;
  }
  // An apostrophe, a dash and what no reader sees may stand between letters.
  return char <= '\u007F' || /[\u00A0\u00AD’‘–—]/u.test(char) ? APART : SIGN;
}

/** What the bytes of a single-byte encoding stand for. */
interface CodePage {
  readonly costs: Float32Array;
  readonly kinds: Uint8Array;
  readonly consonants: Uint8Array;
}

const codePages = new Map<string, CodePage>();

function codePageOf(encoding: string): CodePage {
  const known = codePages.get(encoding);
  if (known !== undefined) return known;
  const chars = Array.from({ length: 256 }, (_, byte) => iconv.decode(Buffer.of(byte), encoding));
  const page = {
    costs: Float32Array.from(chars, (char, byte) => (byte < 0x80 ? 0 : costOf(char))),
    kinds: Uint8Array.from(chars, kindOf),
    consonants: Uint8Array.from(chars, (char) => (CONSONANT.test(char) ? 1 : 0)),
  };
  codePages.set(encoding, page);
  return page;
}

/** More bytes beyond ASCII than these do not make the answer any surer. */
const ENOUGH = 2000;

/** Bits by which an encoding must beat the usual ones, as few bytes of Russian look like a word in several. */
const USUAL = ['windows-1251', 'windows-1252', 'windows-1254'];
const UNUSUAL = 6;

/** An encoding, and how plausible some bytes are in it. */
interface Judged {
  readonly encoding: string;
  /**
   * For each byte beyond ASCII, by how rare its character is, and how badly it goes with those beside it. A text read as it was stored
   * has 4 to 5.5 where it is long, one that was read otherwise 6 and more.
   */
  readonly bits: number;
  /** How many bytes beyond ASCII there are, and how many other letters. */
  readonly high: number;
  readonly ascii: number;
}

/** Tells how plausible bytes are as a text in an encoding. */
export function judge(bytes: Uint8Array, encoding: string): Judged {
  const { costs, kinds, consonants } = codePageOf(encoding);
  let [total, high, ascii] = [USUAL.includes(encoding) ? 0 : UNUSUAL, 0, 0];
  let [kind, before] = [APART, APART];
  let wasHigh = false;
  let inARow = 0;
  for (let index = 0; index < bytes.length && high < ENOUGH; index += 1) {
    const byte = bytes[index] ?? 0;
    const next = kinds[byte] ?? APART;
    const isHigh = byte > 0x7f;
    if (isHigh) {
      high += 1;
      total += costs[byte] ?? 0;
      // Where there is one capital, there may be many.
      if (isCapital(kind) && isCapital(next)) total -= CAPITAL;
    } else if (next !== APART) ascii += 1;
    if ((isHigh || wasHigh) && isLetter(next)) {
      if (isLetter(kind) && (isCyrillic(kind) !== isCyrillic(next) || (isSmall(kind) && !isSmall(next)))) total += JARRING;
      if (kind === SIGN && isLetter(before)) total += JARRING;
    }
    inARow = consonants[byte] === 1 ? inARow + 1 : 0;
    if (inARow > MOST_CONSONANTS) total += CONSONANT_BITS;
    before = kind;
    kind = next;
    wasHigh = isHigh;
  }
  return { encoding, bits: high === 0 ? 0 : total / high, high, ascii };
}

/** The more bytes, the surer the answer: so many bytes may have so many bits at most. */
const MOST_BITS = [
  { high: 40, bits: 5.4 },
  { high: 12, bits: 5.9 },
  { high: 0, bits: 6.8 },
];

/** Where nearly all is ASCII, a few signs may be rare ones. */
const [MOST_BITS_OF_SIGNS, SIGNS_SHARE] = [12.5, 20];

/** Whether bytes are plausible enough to be a text in that encoding. */
export const isPlausible = ({ bits, high, ascii }: Judged): boolean =>
  bits <= (MOST_BITS.find((most) => high >= most.high)?.bits ?? 0) || (high * SIGNS_SHARE < ascii && bits <= MOST_BITS_OF_SIGNS);

/** The encoding in which bytes are most plausible, and the first among equals; null where there is none to choose. */
export function likeliest(bytes: Uint8Array, encodings: readonly string[]): Judged | null {
  let best: Judged | null = null;
  for (const encoding of encodings) {
    const judged = judge(bytes, encoding);
    if (best === null || judged.bits < best.bits) best = judged;
  }
  return best;
}
