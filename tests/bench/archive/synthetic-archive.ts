import type { Rule } from '../../../src/plugins/importer/server/src/import/problem';
import { composeStory, type SyntheticStory } from './compose-story';
import { chooseVoice } from './languages';
import { layOut, textOf } from './lay-out';
import { createRandom, type Random } from './random';
import { retell } from './retell';
import { FLAWS } from './spoil';

/**
 * - `plain`: a story of its own.
 * - `duplicate`: the story of an earlier page once more, with another count of views.
 * - `near-duplicate`: the story of an earlier page with a few words changed.
 * - `problem`: a page that can't be imported.
 */
export type PageKind = 'plain' | 'duplicate' | 'near-duplicate' | 'problem';

/** One page of a synthetic archive, with what an importer should find in it. */
export interface SyntheticPage {
  /** `<folder>/<number>_<16 hex digits>.txt`. In name order pages come in the order of their index. */
  readonly name: string;
  readonly text: string;
  readonly kind: PageKind;
  /** The index of the earlier page whose story this one tells. */
  readonly original: number | null;
  /** What the page tells; for a problem page, what it told before it was spoilt. */
  readonly story: SyntheticStory;
  /** The rule that a problem page breaks. */
  readonly flaw: Rule | null;
}

/** An archive of saved pages that is never there as a whole: each page is made from the seed and its index alone. */
export interface SyntheticArchive {
  page(index: number): SyntheticPage;
}

/** Of 200 pages two are duplicates, one is a near-duplicate and one is a problem page. */
const PERIOD = 200;
const KINDS: ReadonlyMap<number, PageKind> = new Map([
  [49, 'duplicate'],
  [99, 'near-duplicate'],
  [149, 'duplicate'],
  [199, 'problem'],
]);

const FOLDER_SIZE = 1000;
const MOST_VIEWS = 5000;

/** What chance is asked for about a page, each apart: so that one draw more for its story leaves its name and its kind as they are. */
const STREAM = { story: 0, around: 1, kind: 2, name: 3 } as const;

/** The kind of a page, without making it. */
export const kindOf = (index: number): PageKind => KINDS.get(index % PERIOD) ?? 'plain';

function originalOf(index: number, random: Random): number {
  let original = random.below(index);
  while (kindOf(original) !== 'plain') original -= 1;
  return original;
}

const number = (value: number, digits: number) => String(value).padStart(digits, '0');

/** Makes an archive. The same seed gives the same pages, whichever of them are asked for and in whatever order. */
export function createArchive(seed: number): SyntheticArchive {
  const randomFor = (index: number, stream: keyof typeof STREAM) => createRandom(seed, index, STREAM[stream]);

  const nameOf = (index: number) => {
    const random = randomFor(index, 'name');
    const digits = [random.below(2 ** 32), random.below(2 ** 32)].map((half) => half.toString(16).padStart(8, '0'));
    return `${number(Math.floor(index / FOLDER_SIZE), 4)}/${number(index % FOLDER_SIZE, 3)}_${digits.join('')}.txt`;
  };

  return {
    page(index) {
      const kind = kindOf(index);
      const random = randomFor(index, 'kind');
      const original = kind === 'duplicate' || kind === 'near-duplicate' ? originalOf(index, random) : null;
      const storyRandom = randomFor(original ?? index, 'story');
      const voice = chooseVoice(storyRandom);
      const told = composeStory(voice, storyRandom);
      const around = randomFor(original ?? index, 'around');
      const page = { name: nameOf(index), kind, original, flaw: null };

      if (kind === 'problem') {
        const { rule, spoil } = random.pick(FLAWS);
        return { ...page, story: told, flaw: rule, text: spoil(layOut(told, voice, around), random) };
      }
      const recounted = original === null ? told : { ...told, views: 1 + random.below(MOST_VIEWS) };
      const story = kind === 'near-duplicate' ? retell(recounted, voice, random) : recounted;
      return { ...page, story, text: textOf(layOut(story, voice, around)) };
    },
  };
}
