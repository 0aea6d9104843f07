import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './server';

const SHARED = path.resolve(ROOT, '../shared/seeds');

/**
 * The pages that the panel is shown with: the one that the project started from, or where it isn't there, our own.
 * `SEED_PAGES` names others.
 */
export const SEEDS = path.resolve(ROOT, process.env.SEED_PAGES ?? (existsSync(SHARED) ? SHARED : 'seeds'));

/** What a person reads in a saved page: views, date, time and rubric stand in one line under the headline. */
const META_LINE = /^(?<views>\d+) (?<date>\d\d\.\d\d\.\d{4}) (?<time>\d\d:\d\d) (?<rubric>.+) A A$/;

export interface SeedPage {
  readonly headline: string;
  readonly views: string;
  readonly date: string;
  readonly time: string;
  readonly rubric: string;
  readonly paragraphs: readonly string[];
}

/** Reads the first page. Its paragraphs end where the first line comes that is no sentence. */
export function readSeedPage(): SeedPage {
  const files = readdirSync(SEEDS, { recursive: true, encoding: 'utf8' });
  const name = files.filter((file) => file.endsWith('.txt')).sort()[0] ?? '';
  const text = readFileSync(path.join(SEEDS, name), 'utf8');
  const [, headline = '', meta = '', ...rest] = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const { views = '', date = '', time = '', rubric = '' } = META_LINE.exec(meta)?.groups ?? {};
  const end = rest.findIndex((line) => !/[.!?…»"]$/.test(line));
  return { headline, views, date, time, rubric, paragraphs: end < 0 ? rest : rest.slice(0, end) };
}
