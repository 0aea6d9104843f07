import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { makeTar, makeZip } from '../helpers/make-archive';
import { useSourceFolder } from '../helpers/source-bench';

const { at, write, read } = useSourceFolder();

const FILES = ['a/1.txt', 'a/2.txt', 'site/site.json', '3.txt'].map((name) => ({ name, content: `${name} `.repeat(200) }));

const FORMATS: readonly (readonly [string, () => Promise<Buffer> | Buffer])[] = [
  ['a.zip', () => makeZip(FILES)],
  ['a.tar', () => makeTar(FILES)],
  ['a.tar.gz', async () => gzipSync(await makeTar(FILES))],
];

/** Bytes to change: where, counted as a share of the file, and into what. */
const damage = fc.record({
  changes: fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.nat(255)), { maxLength: 8 }),
  kept: fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
});

test.each(FORMATS)('%s: whatever is broken in it, reading throws nothing and has an end', async (name, make) => {
  const whole = await make();
  await fc.assert(
    fc.asyncProperty(damage, async ({ changes, kept }) => {
      const broken = Buffer.from(whole);
      for (const [where, byte] of changes) broken[Math.floor(where * broken.length)] = byte;
      write(name, broken.subarray(0, Math.floor(kept * broken.length)));
      const found = await read([at(name)]);
      if (changes.length === 0 && kept === 1) expect(found).toHaveLength(4);
    }),
    { numRuns: 150 },
  );
});
