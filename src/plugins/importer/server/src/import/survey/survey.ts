import type { ImportRequest } from '../import-request';
import type { Page } from '../page';
import { collectExcerpt } from '../source/collect';
import type { Found, FoundPage, FoundSiteData } from '../source/found';
import { createTop, type Top } from '../source/path-below';
import type { Source } from '../source/source';
import type { Progress } from '../store';
import type { WarmPool } from '../workers/warm-pool';

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
  /** What all pages are wrapped in; null where only some pages of a run are read. */
  readonly top: Top | null;
}

async function readPage({ name, path, read }: FoundPage): Promise<Page | null> {
  const content = await read(collectExcerpt);
  return content instanceof Uint8Array ? { name, path, bytes: content } : null;
}

/** So many files are read side by side. */
const READ_TOGETHER = 8;

/** A page of the sample. One out of a stream has to be read at once; a file is read when it is sure that it stays. */
interface Sampled {
  readonly at: number;
  readonly found: FoundPage;
  /** Null for a page that can't be read; undefined as long as nobody has tried. */
  page?: Page | null;
}

/** Keeps pages from all over a source, evenly spread, however many there are. */
function createSampler() {
  let kept: Sampled[] = [];
  let step = 1;
  const bytes = () => kept.reduce((sum, { page }) => sum + (page?.bytes.length ?? 0), 0);
  const thin = (isTooMuch: () => boolean) => {
    while (kept.length > 1 && isTooMuch()) {
      step *= 2;
      const spread = step;
      kept = kept.filter(({ at }) => at % spread === 0);
    }
  };
  const isTooLong = () => bytes() > MOST_BYTES;
  const read = async (sampled: Sampled) => {
    sampled.page ??= await readPage(sampled.found);
  };

  return {
    /** Resolves when the page may be left behind. Nothing where there is nothing to wait for. */
    meet(found: FoundPage, at: number): Promise<void> | undefined {
      if (at % step !== 0) return undefined;
      const sampled: Sampled = { at, found };
      kept.push(sampled);
      thin(() => kept.length > 2 * SAMPLE_SIZE);
      return found.file === undefined ? read(sampled).then(() => thin(isTooLong)) : undefined;
    },

    async pages(): Promise<Page[]> {
      for (let next = kept.filter(({ page }) => page === undefined); next.length > 0;) {
        await Promise.all(next.slice(0, READ_TOGETHER).map(read));
        thin(isTooLong);
        next = kept.filter(({ page }) => page === undefined);
      }
      return kept.flatMap(({ page }) => page ?? []);
    },
  };
}

interface SurveyOptions {
  /** Called after every page with how many were found. */
  readonly onCount?: ((found: number) => void) | undefined;
  /** Which page, counted from 1, `pageAt` is to name. */
  readonly at?: number;
  /** Ends the look where it is: what it tells then is of no use. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Looks over a source: every page is counted, and some are read, so that the sample stays small however many pages there are. The
 * ones that can't be read are left to the reading proper.
 */
export async function survey(source: Source, { onCount, at: asked = 0, signal }: SurveyOptions = {}): Promise<Survey> {
  const siteData: FoundSiteData[] = [];
  const sampler = createSampler();
  const top = createTop();
  let pageAt: string | null = null;
  let total = 0;
  const meet = (found: Found): Promise<void> | undefined => {
    if (found.kind === 'site-data') {
      siteData.push(found);
      return undefined;
    }
    total += 1;
    top.meet(found.name);
    onCount?.(total);
    if (total === asked) pageAt = found.name;
    return sampler.meet(found, total - 1);
  };

  for await (const together of source.found()) {
    for (const found of together) {
      if (signal?.aborted) break;
      const reading = meet(found);
      if (reading !== undefined) await reading;
    }
    if (signal?.aborted) break;
  }
  return { total, sample: signal?.aborted ? [] : await sampler.pages(), siteData, pageAt, top };
}

/**
 * A first look over the source of an import. Of some pages of a run, whose site is known, none is taken.
 *
 * @param resumed where it was interrupted, if it was.
 */
export async function surveyFor(
  source: Source,
  { only, onProgress, signal }: ImportRequest,
  resumed: Pick<Progress, 'position'> | null,
  warmPool: WarmPool,
): Promise<Survey> {
  if (only !== undefined) return { total: only.pages.length, sample: [], siteData: [], pageAt: null, top: null };
  const onCount = (found: number) => {
    warmPool.met(found);
    onProgress?.(found, null);
  };
  return survey(source, { onCount, at: resumed?.position ?? 0, signal });
}
