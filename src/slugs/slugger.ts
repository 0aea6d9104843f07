import type { Core, UID } from '@strapi/strapi';
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

  const isTaken = async (place: SlugPlace, slug: string) => {
    if (held.has(key(place, slug))) return true;
    const { uid, field, locale, documentId } = place;
    const where = {
      [field.name]: slug,
      ...(field.localized && locale !== undefined ? { locale } : {}),
      ...(documentId === undefined ? {} : { documentId: { $ne: documentId } }),
    };
    return (await rowsOf(strapi, uid).findOne({ select: ['id'], where })) !== null;
  };

  const baseOf = (uid: UID.ContentType, text: string) => slugOf(text, strapi.getModel(uid).modelName);

  const reserve: Slugger['reserve'] = async (place, text) => {
    const base = baseOf(place.uid, text);
    for (;;) {
      const slug = await freeSlug(base, (candidate) => isTaken(place, candidate));
      const name = key(place, slug);
      if (held.has(name)) continue;
      held.add(name);
      return { slug, release: () => held.delete(name) };
    }
  };

  return {
    reserve,

    async reserveAll(uid, locale, texts) {
      const field = slugFieldOf(strapi, uid);
      if (field === undefined) throw new Error(`${uid} has no slug`);
      const place: SlugPlace = { uid, field, locale, documentId: undefined };
      const bases = texts.map((text) => baseOf(uid, text));
      const where = { [field.name]: { $in: [...new Set(bases)] }, ...(field.localized ? { locale } : {}) };
      const rows = texts.length === 0 ? [] : await rowsOf<Record<string, unknown>>(strapi, uid).findMany({ select: [field.name], where });
      const taken = new Set(rows.map((row) => row[field.name]));
      const reserved: string[] = [];
      const releases: (() => void)[] = [];
      for (const base of bases) {
        const name = key(place, base);
        if (taken.has(base) || held.has(name)) {
          const { slug, release } = await reserve(place, base);
          reserved.push(slug);
          releases.push(release);
        } else {
          held.add(name);
          reserved.push(base);
          releases.push(() => held.delete(name));
        }
      }
      return { slugs: reserved, release: () => releases.forEach((release) => release()) };
    },
  };
}
