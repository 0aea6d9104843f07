import { KEYED, lineKey, SPACE } from '../recognise/folding';

/** A sketch has so many bins of a byte each. */
export const BINS = 48;

/** Values that a bin can have. */
const BIN_VALUES = 256;

/** So many words in a row make a shingle: one word that is changed changes as many shingles. */
const SHINGLE_WORDS = 2;

/** 32-bit FNV-1a, over UTF-16 code units. As a signed number: with a larger one V8 reckons in floating point, for twice as long. */
const FNV_OFFSET = 0x811c9dc5 | 0;
const FNV_PRIME = 0x01000193;

/** What a bin that borrows adds for every bin between it and the lender, so that loans over other distances differ. */
const LOAN = 0x9e3779b1;

/** The final mixing of 32-bit MurmurHash3: it makes every bit of a hash depend on all others. */
function mixed(hash: number): number {
  let mix = hash ^ (hash >>> 16);
  mix = Math.imul(mix, 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return (mix ^ (mix >>> 16)) >>> 0;
}

/** Hashes of words. There is one list, which every story begins anew: one for each would be cleared away for each. */
let words = new Int32Array(4096);
let count = 0;

function add(hash: number): void {
  if (count === words.length) {
    const larger = new Int32Array(2 * count);
    larger.set(words);
    words = larger;
  }
  words[count] = hash;
  count += 1;
}

/** Adds a hash of each word, without case, accents and punctuation. @param isKey whether the text is folded already. */
function addWords(text: string, isKey = false): void {
  const [before, { length }] = [count, text];
  let index = 0;
  while (index < length) {
    const first = index;
    let hash = FNV_OFFSET;
    for (; index < length; index += 1) {
      const unit = text.charCodeAt(index);
      const code = isKey ? unit : (KEYED[unit] ?? 0);
      if (code <= SPACE) {
        if (code === SPACE) break;
        count = before;
        addWords(lineKey(text), true);
        return;
      }
      hash = Math.imul(hash ^ code, FNV_PRIME);
    }
    if (index > first) add(hash);
    index += 1;
  }
}

/** Stands for a bin without a shingle. */
const EMPTY = -1;

/** The smallest hash of a shingle in each bin, for one story after the other. */
const smallest = new Float64Array(BINS);

/** Finds the smallest hash of a shingle in each bin; `EMPTY` where there is none. */
function findSmallest(): void {
  smallest.fill(EMPTY);
  const last = Math.max(count - SHINGLE_WORDS, 0);
  for (let start = 0; start <= last; start += 1) {
    let shingle = 0;
    for (let index = start; index < start + SHINGLE_WORDS; index += 1)
      shingle = mixed(Math.imul(shingle, 31) + (index < count ? (words[index] ?? 0) : 0));
    const bin = ((shingle >>> 16) * BINS) >>> 16;
    const known = smallest[bin] ?? EMPTY;
    if (known === EMPTY || shingle < known) smallest[bin] = shingle;
  }
}

/**
 * A sketch of what a story says, by which two stories can be compared without their texts: of all hashes of two words in a row
 * the smallest in each of 48 bins (one-permutation hashing: Li, Owen, Zhang, NIPS 2012), where an empty bin borrows from the
 * next that is not (densification by rotation: Shrivastava, Li, ICML 2014), cut to 8 bits each (b-bit minwise hashing: Li,
 * König, WWW 2010).
 *
 * @returns 48 bytes in base64, which are 64 characters; null for a text without words.
 */
export function sketchOf(paragraphs: readonly string[]): string | null {
  count = 0;
  for (const paragraph of paragraphs) addWords(paragraph);
  if (count === 0) return null;

  findSmallest();
  const sketch = Buffer.alloc(BINS);
  let [lender, distance] = [0, 0];
  // Twice round to the left, so that the first lender is known when the last bins borrow.
  for (let step = 2 * BINS - 1; step >= 0; step -= 1) {
    const bin = step % BINS;
    const own = smallest[bin] ?? EMPTY;
    if (own !== EMPTY) {
      distance = 0;
      lender = own;
    } else distance += 1;
    sketch[bin] = mixed(lender + Math.imul(distance, LOAN)) % BIN_VALUES;
  }
  return sketch.toString('base64');
}

/** The share of all shingles that two stories have in common, by how many bins agree. Some of 256 values agree by chance. */
export function similarityOf(agreeing: number): number {
  const byChance = 1 / BIN_VALUES;
  return Math.max(0, (agreeing / BINS - byChance) / (1 - byChance));
}

/** Estimates from two sketches the Jaccard similarity of their stories, from 0 to 1. Its standard error is at most 0.07. */
export function similarity(sketch: string, other: string): number {
  const [bytes, otherBytes] = [Buffer.from(sketch, 'base64'), Buffer.from(other, 'base64')];
  let agreeing = 0;
  for (let bin = 0; bin < BINS; bin += 1) if (bytes[bin] === otherBytes[bin]) agreeing += 1;
  return similarityOf(agreeing);
}
