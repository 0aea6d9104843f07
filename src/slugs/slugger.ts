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

export interface Slugger {
  /** A slug that no other document has, and that is held until `release`. */
  reserve(place: SlugPlace, text: string): Promise<{ slug: string; release: () => void }>;
  /** Slugs for many new documents of one content type and locale, in the order of the texts. */
  reserveAll(uid: UID.ContentType, locale: string, texts: readonly string[]): Promise<{ slugs: string[]; release: () => void }>;
}

/** SQLite takes some ten thousand values at most. */
const LOOKED_UP_TOGETHER = 1000;

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

  const key = ({ uid, locale }: SlugPlace, slug: string) => `${uid}\n${locale ?? ''}\n${slug}`;

  /** Tells of slugs whether another document has them. What is asked together is looked up together, and once. */
  const createLookUp = ({ uid, field, locale, documentId }: SlugPlace) =>
    new DataLoader<string, boolean>(
      async (slugs) => {
        const where = {
          [field.name]: { $in: slugs },
          ...(field.localized && locale !== undefined ? { locale } : {}),
          ...(documentId === undefined ? {} : { documentId: { $ne: documentId } }),
        };
        const rows = await rowsOf<Record<string, unknown>>(strapi, uid).findMany({ select: [field.name], where });
        const taken = new Set(rows.map((row) => row[field.name]));
        return slugs.map((slug) => taken.has(slug));
      },
      { maxBatchSize: LOOKED_UP_TOGETHER },
    );

  const baseOf = (uid: UID.ContentType, text: string) => slugOf(text, strapi.getModel(uid).modelName);

  const reserveWith = async (place: SlugPlace, text: string, lookUp: DataLoader<string, boolean>): ReturnType<Slugger['reserve']> => {
    const base = baseOf(place.uid, text);
    for (;;) {
      const slug = await freeSlug(base, async (candidate) => held.has(key(place, candidate)) || lookUp.load(candidate));
      const name = key(place, slug);
      if (held.has(name)) {
        // Whoever holds it writes it, or lets it go.
        lookUp.clear(slug);
        continue;
      }
      held.add(name);
      return { slug, release: () => held.delete(name) };
    }
  };

  return {
    reserve: (place, text) => reserveWith(place, text, createLookUp(place)),

    async reserveAll(uid, locale, texts) {
      const field = slugFieldOf(strapi, uid);
      if (field === undefined) throw new Error(`${uid} has no slug`);
      const place: SlugPlace = { uid, field, locale, documentId: undefined };
      const lookUp = createLookUp(place);
      const reserving = texts.map((text) => reserveWith(place, text, lookUp));
      try {
        const reserved = await Promise.all(reserving);
        return { slugs: reserved.map(({ slug }) => slug), release: () => reserved.forEach(({ release }) => release()) };
      } catch (cause) {
        for (const reserved of await Promise.allSettled(reserving)) if (reserved.status === 'fulfilled') reserved.value.release();
        throw cause;
      }
    },
  };
}
