/** How much is measured, which follows from the pages that are imported. */
export interface Sizes {
  readonly pages: number;
  /** A tenth: what does not grow with the pages is the same here. */
  readonly fewer: number;
  /** Stories that the Document Service creates. */
  readonly sampled: number;
  /** Pages whose articles Strapi's data transfer writes. */
  readonly transferred: number;
  /** How long the API is measured, idle and during an import. */
  readonly apiSeconds: number;
}

const SAMPLED = 1000;
const TRANSFERRED = 2000;
const API_SECONDS = { most: 20, fewest: 3 };
const PAGES_PER_API_SECOND = 1000;

export function sizesFor(pages: number): Sizes {
  return {
    pages,
    fewer: Math.floor(pages / 10),
    sampled: Math.min(SAMPLED, Math.floor(pages / 2)),
    transferred: Math.min(TRANSFERRED, pages),
    apiSeconds: Math.min(API_SECONDS.most, Math.max(API_SECONDS.fewest, Math.round(pages / PAGES_PER_API_SECOND))),
  };
}
