import fc from 'fast-check';
import { createSeenStories } from '../../src/plugins/importer/server/src/import/plan/seen-stories';
import { fingerprint } from '../../src/plugins/importer/server/src/import/plan/fingerprint';

describe('the stories that a run has met', () => {
  test('are what a set would hold, whatever their keys', () => {
    const key = fc.oneof(fc.nat(50).map(fingerprint), fc.constantFrom('0'.repeat(32), 'f'.repeat(32)));
    fc.assert(
      fc.property(fc.array(key, { maxLength: 200 }), fc.array(key), (added, asked) => {
        const seen = createSeenStories();
        added.forEach((storyKey) => seen.add(storyKey));
        for (const storyKey of [...added, ...asked]) expect(seen.has(storyKey)).toBe(added.includes(storyKey));
      }),
    );
  });

  test('may be many', () => {
    const seen = createSeenStories();
    const keys = Array.from({ length: 20_000 }, (_, index) => fingerprint(index));
    keys.forEach((storyKey) => seen.add(storyKey));
    expect(keys.filter((storyKey) => !seen.has(storyKey))).toEqual([]);
    expect(Array.from({ length: 20_000 }, (_, index) => fingerprint(-1 - index)).filter((storyKey) => seen.has(storyKey))).toEqual([]);
  });
});
