const MB = 1024 * 1024;
const GB = 1024 * MB;

/** What a source may hold, in bytes where nothing else is said. What exceeds it is refused, not read. */
export interface Limits {
  /** A page, unpacked. */
  readonly page: number;
  /** All that an archive unpacks to. */
  readonly unpacked: number;
  /** So many times its own size an archive may unpack to; deflate itself ends at 1032. */
  readonly ratio: number;
  /** Before that much is unpacked, the ratio is not looked at: short texts that are alike pack well. */
  readonly ratioFrom: number;
  /** How many files a zip may list: the list is kept in memory, to be sorted. */
  readonly members: number;
  /** What standard input may hold: it is kept in a temporary file. */
  readonly standardInput: number;
  /** A folder of site data in an archive: it is unpacked into a temporary folder. */
  readonly siteData: number;
}

export const LIMITS: Limits = {
  page: 10 * MB,
  unpacked: 20 * GB,
  ratio: 500,
  ratioFrom: 32 * MB,
  members: 500_000,
  standardInput: 4 * GB,
  siteData: 100 * MB,
};

const UNITS: readonly (readonly [number, string])[] = [
  [GB, 'GB'],
  [MB, 'MB'],
  [1024, 'KB'],
];

/** A size for people, such as `10 MB`. */
export function sizeText(bytes: number): string {
  const [size, unit] = UNITS.find(([least]) => bytes >= least) ?? [1, 'bytes'];
  return `${Number((bytes / size).toFixed(1))} ${unit}`;
}
