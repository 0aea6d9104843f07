import type { Figures } from './load';
import type { Measured, MeasuredLoad, Measurement } from './measure';

interface Surroundings {
  readonly articles: number;
  readonly database: string;
  readonly machine: object;
  readonly seconds: number;
}

const round = (value: number, digits: number) => Number(value.toFixed(digits));

const rounded = ({ rps, p50, p99, ofFloor }: MeasuredLoad) => ({
  rps: round(rps, 0),
  p50: round(p50, 3),
  p99: round(p99, 3),
  ofFloor: round(ofFloor, 3),
});

/** How two loads compare; null where one was not measured. */
function ratio(figures: Measured, of: keyof Measured, to: keyof Measured, by: keyof Figures): number | null {
  const [first, second] = [figures[of], figures[to]];
  return first === undefined || second === undefined ? null : round(first[by] / second[by], 2);
}

/** The median of each load, in those of an archive of 100,000 articles with stories as long; null where the archive is no larger. */
function growthOf(figures: Measured, ordinary: Measured | null) {
  if (ordinary === null) return null;
  const medians = (Object.keys(ordinary) as (keyof Measured)[]).flatMap((name) => {
    const [grown, before] = [figures[name], ordinary[name]];
    return grown && before ? [[name, round(grown.p50 / before.p50, 2)]] : [];
  });
  return Object.fromEntries(medians) as Partial<Record<keyof Measured, number>>;
}

/** The figures as one JSON object. What is not served yet is null. */
export function reportOf({ figures, offset, viewsLost = null, ordinary = null }: Measurement, surroundings: Surroundings): string {
  const { articles, database, machine, seconds } = surroundings;
  const loads = Object.fromEntries(Object.entries(figures).map(([name, one]) => [name, rounded(one)]));
  const report = {
    articles,
    database,
    offsetOfDeepPage: offset,
    ...{ search: null, views: null },
    ...loads,
    viewsLost,
    ratios: {
      feedDeepMedian: ratio(figures, 'feedDeep', 'feedFirst', 'p50'),
      feedRareCategoryMedian: ratio(figures, 'feedRareCategory', 'feedFirst', 'p50'),
      feedDeepTimesStockDeep: ratio(figures, 'feedDeep', 'stockDeep', 'rps'),
      searchUncachedMedianToFeedUncached: ratio(figures, 'searchUncached', 'feedUncached', 'p50'),
      searchUncachedMedianToMiddle: ratio(figures, 'searchUncached', 'searchMiddle', 'p50'),
      stockFirstMedianToSmall: ratio(figures, 'stockFirst', 'stockFirstSmall', 'p50'),
    },
    growth: growthOf(figures, ordinary),
    machine,
    seconds: round(seconds, 0),
  };
  return JSON.stringify(report, undefined, 2);
}
