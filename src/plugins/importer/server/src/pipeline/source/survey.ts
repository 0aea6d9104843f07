import type { Page } from '../page';
import type { Found, FoundPage, FoundSiteData } from './found';
import type { Source } from './source';

/** At least so many pages show what all have in common; at most twice as many are kept. */
const SAMPLE_SIZE = 300;

/** Of long pages fewer are kept, so that a sample of any source fits into memory. */
const MOST_BYTES = 32 * 1024 * 1024;

/** What a first look over a source tells. */
export interface Survey {
  readonly total: number;
  /** Pages from all over the source, evenly spread, to learn from. */
  readonly sample: readonly Page[];
  readonly siteData: readonly FoundSiteData[];
  /** The name of the page that was asked for; null where there is none. */
  readonly pageAt: string | null;
}

async function readPage({ name, path, read }: FoundPage): Promise<Page | null> {
  const content = await read();
  return content instanceof Uint8Array ? { name, path, bytes: content } : null;
}

interface SurveyOptions {
  /** Told after every page how many were found. */
  readonly onCount?: ((found: number) => void) | undefined;
  /** Which page, counted from 1, `pageAt` is to name. */
  readonly at?: number;
  /** Ends the look where it is: what it tells then is of no use. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Looks over a source: every page, then every second, every fourth … is read, so that the sample stays small however many
 * pages there are. The ones that can't be read are left to the reading proper.
 */
export async function survey(source: Source, { onCount, at: asked = 0, signal }: SurveyOptions = {}): Promise<Survey> {
  const siteData: FoundSiteData[] = [];
  let pageAt: string | null = null;
  let total = 0;
  let step = 1;
  let kept: { at: number; page: Page }[] = [];
  const isTooMuch = () => kept.length > 2 * SAMPLE_SIZE || kept.reduce((sum, { page }) => sum + page.bytes.length, 0) > MOST_BYTES;

  const meet = async (found: Found) => {
    if (found.kind === 'site-data') {
      siteData.push(found);
      return;
    }
    const at = total;
    total += 1;
    onCount?.(total);
    if (total === asked) pageAt = found.name;
    if (at % step !== 0) return;
    const page = await readPage(found);
    if (page) kept.push({ at, page });
    while (kept.length > 1 && isTooMuch()) {
      step *= 2;
      const spread = step;
      kept = kept.filter((one) => one.at % spread === 0);
    }
  };

  for await (const together of source.found()) {
    for (const found of together) {
      if (signal?.aborted) break;
      await meet(found);
    }
    if (signal?.aborted) break;
  }
  return { total, sample: kept.map(({ page }) => page), siteData, pageAt };
}
