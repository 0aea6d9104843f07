import { RateLimiterRes } from 'rate-limiter-flexible';
import { createDocumentStore, createQueryStore } from '../../src/graphql/bounded-stores';
import { createBoundedCounts } from '../../src/limits/bounded-counts';
import { BoundedLimiter } from '../../src/limits/bounded-limiter';
import { createAnswerCache } from '../../src/news/answers/answer-cache';
import { parse } from 'graphql';

const MINUTE = 60_000;

describe('counts', () => {
  it('are kept for the latest keys only', () => {
    const counts = createBoundedCounts();
    counts.of('first', MINUTE).times += 1;
    for (let key = 0; key < 30_000; key += 1) counts.of(`key ${key}`, MINUTE).times += 1;
    expect([counts.of('first', MINUTE).times, counts.of('key 29999', MINUTE).times]).toEqual([0, 1]);
  });

  it('begin anew when their time is over', () => {
    const counts = createBoundedCounts();
    counts.of('key', 0).times += 1;
    expect(counts.of('key', MINUTE).times).toBe(0);
  });

  it('limit as they are told to', async () => {
    const limiter = new BoundedLimiter({ points: 2, duration: 60 });
    expect(await limiter.consume('a')).toMatchObject({ remainingPoints: 1 });
    expect(await limiter.consume('a')).toMatchObject({ remainingPoints: 0 });
    const refused: unknown = await limiter.consume('a').catch((cause: unknown) => cause);
    expect(refused).toBeInstanceOf(RateLimiterRes);
    expect((refused as RateLimiterRes).msBeforeNext).toBeGreaterThan(0);
    await expect(limiter.consume('b')).resolves.toMatchObject({ remainingPoints: 1 });
  });
});

describe('answers', () => {
  const MEBIBYTE = 1024 * 1024;

  it('are kept up to some mebibytes', async () => {
    const made: string[] = [];
    const cached = createAnswerCache<string>(MINUTE, ({ length }) => length);
    const ask = (key: string) =>
      cached(key, () => {
        made.push(key);
        return Promise.resolve('a'.repeat(MEBIBYTE));
      });
    for (let key = 0; key < 40; key += 1) await ask(String(key));
    await ask('39');
    await ask('0');
    expect(made.slice(40)).toEqual(['0']);
  });
});

describe('stores of queries', () => {
  it('keep the latest, up to a number of characters', async () => {
    const [documents, queries] = [createDocumentStore(), createQueryStore()];
    const query = `{ ${'a'.repeat(1000)} }`;
    for (let key = 0; key < 2000; key += 1) {
      await documents.set(String(key), parse(query));
      await queries.set(String(key), query);
    }
    for (const store of [documents, queries]) {
      expect(await store.get('0')).toBeUndefined();
      expect(await store.get('1999')).toBeDefined();
    }
  });
});
