import { createChunkSizer } from '../../src/plugins/importer/server/src/import/write/chunk-sizer';

/** Writes chunks of pages that take some time each, and tells how large the chunks were. */
function sizesFor(msPerPage: (chunk: number) => number, targetMs: number, chunks = 40): number[] {
  const sizer = createChunkSizer();
  return Array.from({ length: chunks }, (_, index) => {
    const size = sizer.size(targetMs);
    sizer.took(size, size * msPerPage(index));
    return size;
  });
}

describe('the size of chunks', () => {
  test.each([
    [0.2, 8, 40],
    [0.2, 100, 500],
    [20, 8, 1],
    [0.0001, 250, 500],
  ])('of pages that take %d ms each comes to what takes %d ms: %d pages', (msPerPage, target, pages) => {
    expect(sizesFor(() => msPerPage, target).at(-1)).toBe(pages);
  });

  test('follows pages that take longer, and grows slowly after quick ones', () => {
    const sizes = sizesFor((index) => (index < 20 ? 0.2 : 2), 100);
    expect(sizes[19]).toBe(500);
    expect(sizes.at(-1)).toBeLessThanOrEqual(55);
    sizes.slice(1).forEach((size, index) => expect(size).toBeLessThanOrEqual(2 * (sizes[index] ?? 0)));
  });
});
