import type { Core } from '@strapi/strapi';
import { dialectOf } from '../derived/in-transaction';
import { readerOf } from './reader/reader';

/**
 * An article is public from its `datePublished` on: one that is dated ahead is under an embargo. What is public at a moment is what
 * `published_articles` holds with `newest_first >= -moment`, in milliseconds since 1970; articles without a date are among it.
 */
export interface Embargo {
  /** The moment by which it is told what is public, by the database's clock: it is the same for all nodes. */
  now(): Promise<number>;
  /** When the next article comes out, and in how many milliseconds; `Infinity` where none waits. */
  nextRelease(): Promise<Release>;
}

export interface Release {
  readonly at: number;
  readonly milliseconds: number;
}

/** How long PostgreSQL's clock is not looked at again, in milliseconds: as long as two clocks don't drift apart by one. */
const CLOCK_FRESH = 10_000;

/** For how long an embargo that was set meanwhile may be unknown, in milliseconds. It matters to what is cached alone. */
const RELEASE_FRESH = 500;

const CLOCK = 'select floor(extract(epoch from clock_timestamp()) * 1000) as now';

const NEAREST = `select max((select p.newest_first from published_articles p where p.locale = l.code and p.newest_first < ?
    order by p.newest_first desc limit 1)) as nearest from i18n_locale l`;

/** Reads something again when it is too old. Who asks meanwhile waits for one reading. */
function readAgain<Value>(read: () => Promise<Value>, isFresh: (value: Value, age: number) => boolean): () => Promise<Value> {
  let last: { readonly value: Value; readonly readAt: number } | undefined;
  let reading: Promise<Value> | undefined;
  const readNow = async () => {
    const startedAt = performance.now();
    const value = await read();
    last = { value, readAt: startedAt };
    return value;
  };
  return () => {
    if (last !== undefined && isFresh(last.value, performance.now() - last.readAt)) return Promise.resolve(last.value);
    return (reading ??= readNow().finally(() => (reading = undefined)));
  };
}

function createEmbargo(strapi: Core.Strapi): Embargo {
  /** The clock is behind by as long as its answer took, and never ahead: nothing comes out too early. */
  const difference = readAgain(
    async () => {
      const [row] = await readerOf(strapi).all(CLOCK, []);
      return Number(row?.['now']) - performance.now();
    },
    (_difference, age) => age < CLOCK_FRESH,
  );
  // All who open one SQLite database are on one machine.
  const now =
    dialectOf(strapi) === 'sqlite' ? () => Promise.resolve(Date.now()) : async () => Math.floor((await difference()) + performance.now());

  const readNearest = async () => {
    const from = await now();
    const [row] = await readerOf(strapi).all(NEAREST, [-from]);
    const nearest = row?.['nearest'] ?? null;
    return { from, at: nearest === null ? Infinity : -Number(nearest) };
  };
  const nearest = readAgain(readNearest, ({ from, at }, age) => age < RELEASE_FRESH && from + age < at);

  return {
    now,
    async nextRelease() {
      const { at } = await nearest();
      return { at, milliseconds: Math.max(0, at - (await now())) };
    },
  };
}

const NAME = 'newsroom.embargo';

/** The embargo of a running Strapi, once `registerEmbargo` was called and the database is open. */
export const embargoOf = (strapi: Core.Strapi): Embargo => strapi.get<Embargo>(NAME);

/** The moment by which it is told what is public, in ISO 8601. */
export const publicNow = async (strapi: Core.Strapi): Promise<string> => new Date(await embargoOf(strapi).now()).toISOString();

/** Call it in `register`. */
export function registerEmbargo(strapi: Core.Strapi): void {
  strapi.add(NAME, () => createEmbargo(strapi));
}
