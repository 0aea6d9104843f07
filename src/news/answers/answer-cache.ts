import { LRUCache } from 'lru-cache';

interface Entry<Answer> {
  readonly startedAt: number;
  readonly answer: Promise<Answer>;
  /** In bytes or characters, as far as it is known. */
  readonly size: number;
}

/** How many answers are kept at once, and how long they may be together. */
const MOST_ANSWERS = 2000;
const LONGEST_TOGETHER = 16 * 1024 * 1024;

/**
 * Keeps answers for a moment, and lets all who ask for the same meanwhile wait for one answer. An answer is never older than
 * `milliseconds` since its reading began. Problems are not kept.
 *
 * @param milliseconds 0 keeps nothing and shares nothing.
 * @param lengthOf how long an answer is, in bytes or characters.
 */
export function createAnswerCache<Answer>(milliseconds: number, lengthOf: (answer: Answer) => number) {
  const entries = new LRUCache<string, Entry<Answer>>({
    ...{ max: MOST_ANSWERS, ttl: milliseconds },
    ...{ maxSize: LONGEST_TOGETHER, sizeCalculation: ({ size }, key) => size + key.length },
  });
  let clearedAt = 0;

  return (key: string, make: () => Promise<Answer>): Promise<Answer> => {
    if (milliseconds === 0) return make();
    const now = performance.now();
    const known = entries.get(key);
    if (known !== undefined && now - known.startedAt < milliseconds) return known.answer;

    // What nobody asks for again would stay in memory: an answer may be a hundred articles long.
    if (now - clearedAt > milliseconds) {
      entries.purgeStale();
      clearedAt = now;
    }
    const entry = { startedAt: now, answer: make(), size: 1 };
    entries.set(key, entry);
    entry.answer.then(
      (answer) => entries.peek(key) === entry && entries.set(key, { ...entry, size: lengthOf(answer) }),
      () => entries.peek(key) === entry && entries.delete(key),
    );
    return entry.answer;
  };
}
