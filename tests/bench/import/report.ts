import type { Figures } from './measure';
import type { Sizes } from './sizes';

const DIGITS = 4;

const rate = (count: number, { seconds }: { readonly seconds: number }) => count / seconds;

/** A number as people read it: four significant digits, and all of a whole number. */
const readable = (_key: string, value: unknown) =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(DIGITS)) : value;

/**
 * How much memory an import took at most above the booted server, in MiB. Every import begins with the same server: what one has
 * in memory beyond the least of them is left over from booting, is cleared away during the import, and is none of the server's.
 */
function memoryAboveServer(imports: Figures['imports']) {
  const server = Math.min(...Object.values(imports).map(({ memory }) => memory.atStartMiB));
  return ({ memory }: Figures['imports']['pages']) => memory.peakMiB - server;
}

/** What a run tells: the ratios that count, and the figures that they were made of. Times are in seconds, if not told otherwise. */
export function reportOf(sizes: Sizes, figures: Figures, surroundings: { readonly database: string }): string {
  const { imports, rawDriver, documentService, dataTransfer, api } = figures;
  const { pages, fewer } = sizes;
  const pagesPerSecond = rate(pages, imports.pages);
  const aboveServer = memoryAboveServer(imports);
  const perSecond = {
    importOfFewer: rate(fewer, imports.fewer),
    unchanged: rate(pages, imports.unchanged),
    rawDriver: rate(pages, rawDriver),
    documentService: rate(documentService.documents, documentService),
    dataTransfer: rate(dataTransfer.documents, dataTransfer),
  };
  const report = {
    pages,
    pagesPerSecond,
    timesDocumentService: pagesPerSecond / perSecond.documentService,
    timesDataTransfer: pagesPerSecond / perSecond.dataTransfer,
    ofRawDriver: pagesPerSecond / perSecond.rawDriver,
    unchangedSpeedup: perSecond.unchanged / pagesPerSecond,
    peakMemoryAboveServerMiB: aboveServer(imports.pages),
    memoryGrowth: aboveServer(imports.pages) / aboveServer(imports.fewer),
    timePerPageGrowth: perSecond.importOfFewer / pagesPerSecond,
    apiMedianSlowdown: api.importing.medianMs / api.idle.medianMs,
    apiP99Slowdown: api.importing.p99Ms / api.idle.p99Ms,
    ...surroundings,
    raw: { sizes, perSecond, ...figures },
  };
  return JSON.stringify(report, readable, 2);
}
