import type { Core, UID } from '@strapi/strapi';
import DataLoader from 'dataloader';
import { rowsOf } from '../strapi/rows';
import { freeSlug } from './free-slug';
import { slugOf } from './make-slug';
import { type SlugField, slugFieldOf } from './slug-field';

/** For which document a slug is looked for. */
export interface SlugPlace {
  readonly uid: UID.ContentType;
  readonly field: SlugField;
  /** Undefined means all locales. */
  readonly locale: string | undefined;
  /** The document that may keep its own slug; undefined for one that does not exist yet. */
  readonly documentId: string | undefined;
}

/** A slug that is held. */
interface Reserved {
  readonly slug: string;
  readonly release: () => void;
}

export interface Slugger {
  /** A slug that no other document has, and that is held until `release`. */
  reserve(place: SlugPlace, text: string): Promise<Reserved>;
  /** Slugs for many new documents of one content type and locale, in the order of the texts. */
  reserveAll(uid: UID.ContentType, locale: string, texts: readonly string[]): Promise<{ slugs: string[]; release: () => void }>;
}

/** SQLite takes some ten thousand values at most. */
const LOOKED_UP_TOGETHER = 1000;

/** Numbers that a search asks for first, and that settle it for most headlines: those of many are asked for together. */
const ASKED_FIRST = [2, 3, 4, 6, 8];

/** Tells of slugs whether another document has them, as it was when or after the search began. */
interface Search {
  readonly lookUp: DataLoader<string, boolean>;
  readonly since: number;
}

const sluggers = new WeakMap<Core.Strapi, Slugger>();

/** The slugger of a running Strapi: whoever makes slugs asks this one, which knows what the others are about to write. */
export function sluggerOf(strapi: Core.Strapi): Slugger {
  const slugger = sluggers.get(strapi) ?? createSlugger(strapi);
  sluggers.set(strapi, slugger);
  return slugger;
}

/**
 * The one place that decides slugs. A slug is unique in its content type and locale: one that is chosen but not yet
 * written is held here, so that two articles made at the same moment get two addresses.
 */
function createSlugger(strapi: Core.Strapi): Slugger {
  const held = new Set<string>();
  /** When slugs were let go while others were looked up, who may not have seen what was written with them. Counted, not by a clock. */
  const letGo = new Map<string, number>();
  let [moment, searching] = [0, 0];

  const key = ({ uid, locale }: SlugPlace, slug: string) => `${uid}\n${locale ?? ''}\n${slug}`;

  /** Which of some slugs other documents have. */
  const takenAmong = async ({ uid, field, locale, documentId }: SlugPlace, slugs: readonly string[]): Promise<ReadonlySet<unknown>> => {
    const taken = new Set<unknown>();
    for (let start = 0; start < slugs.length; start += LOOKED_UP_TOGETHER) {
      const where = {
        [field.name]: { $in: slugs.slice(start, start + LOOKED_UP_TOGETHER) },
        ...(field.localized && locale !== undefined ? { locale } : {}),
        ...(documentId === undefined ? {} : { documentId: { $ne: documentId } }),
      };
      const rows = await rowsOf<Record<string, unknown>>(strapi, uid).findMany({ select: [field.name], where });
      for (const row of rows) taken.add(row[field.name]);
    }
    return taken;
  };

  /** What is asked together is looked up together, and once. */
  const createLookUp = (place: SlugPlace) =>
    new DataLoader<string, boolean>(async (slugs) => {
      const taken = await takenAmong(place, slugs);
      return slugs.map((slug) => taken.has(slug));
    });

  const baseOf = (uid: UID.ContentType, text: string) => slugOf(text, strapi.getModel(uid).modelName);

  const beginSearch = (place: SlugPlace): Search => ({ lookUp: createLookUp(place), since: moment });

  /** Remembers what is let go for as long as anybody searches. */
  const whileSearching = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    searching += 1;
    try {
      return await work();
    } finally {
      searching -= 1;
      if (searching === 0) letGo.clear();
    }
  };

  const release = (name: string) => {
    held.delete(name);
    moment += 1;
    if (searching > 0) letGo.set(name, moment);
  };

  const isOutOfDate = (name: string, { since }: Search) => (letGo.get(name) ?? 0) > since;

  /** Holds a slug that no document had; null when somebody else holds it, or has held and may have written it since the search began. */
  const hold = (place: SlugPlace, slug: string, search: Search): Reserved | null => {
    const name = key(place, slug);
    if (held.has(name) || isOutOfDate(name, search)) return null;
    held.add(name);
    return { slug, release: () => release(name) };
  };

  const reserveWith = async (place: SlugPlace, base: string, begun: Search): Promise<Reserved> => {
    let search = begun;
    for (;;) {
      const { lookUp } = search;
      const slug = await freeSlug(base, async (candidate) => held.has(key(place, candidate)) || lookUp.load(candidate));
      const reserved = hold(place, slug, search);
      if (reserved !== null) return reserved;
      // Whoever holds it writes it, or lets it go.
      if (isOutOfDate(key(place, slug), search)) search = beginSearch(place);
      else lookUp.clear(slug);
    }
  };

  return {
    reserve: (place, text) => whileSearching(() => reserveWith(place, baseOf(place.uid, text), beginSearch(place))),

    reserveAll: (uid, locale, texts) =>
      whileSearching(async () => {
        const field = slugFieldOf(strapi, uid);
        if (field === undefined) throw new Error(`${uid} has no slug`);
        const place: SlugPlace = { uid, field, locale, documentId: undefined };
        const search = beginSearch(place);
        const bases = texts.map((text) => baseOf(uid, text));
        const lookUpAll = async (slugs: readonly string[]) => {
          const taken = await takenAmong(place, slugs);
          for (const slug of slugs) search.lookUp.prime(slug, taken.has(slug));
          return taken;
        };
        const taken = await lookUpAll([...new Set(bases)]);
        const last = new Map(bases.map((base, index) => [base, index]));
        const again = new Set(bases.filter((base, index) => taken.has(base) || last.get(base) !== index));
        await lookUpAll([...again].flatMap((base) => ASKED_FIRST.map((number) => `${base}-${number}`)));
        // Most headlines are new: their slugs are held at once, and only the others are looked for one by one.
        const atOnce = bases.map((base) => (taken.has(base) ? null : hold(place, base, search)));
        const looking = bases.filter((_, index) => atOnce[index] === null).map((base) => reserveWith(place, base, search));
        try {
          const found = (await Promise.all(looking)).values();
          const reserved = atOnce.map((one) => one ?? (found.next().value as Reserved));
          return { slugs: reserved.map(({ slug }) => slug), release: () => reserved.forEach((one) => one.release()) };
        } catch (cause) {
          for (const one of atOnce) one?.release();
          for (const one of await Promise.allSettled(looking)) if (one.status === 'fulfilled') one.value.release();
          throw cause;
        }
      }),
  };
}
