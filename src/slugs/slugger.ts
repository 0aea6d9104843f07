import type { Core, UID } from '@strapi/strapi';
import { rowsOf } from '../strapi/rows';
import { freeSlug } from './free-slug';
import { makeSlug, MAX_LENGTH } from './make-slug';
import type { SlugField } from './slug-field';

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
}

/** Valid in an address as it is: what an editor typed so is kept. */
const ADDRESS = /^[a-z0-9][a-z0-9_.~-]*$/;

/**
 * The one place that decides slugs. A slug is unique in its content type and locale: one that is chosen but not yet
 * written is held here, so that two articles made at the same moment get two addresses.
 */
export function createSlugger(strapi: Core.Strapi): Slugger {
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

  return {
    async reserve(place, text) {
      const fallback = strapi.getModel(place.uid).modelName;
      const base = ADDRESS.test(text) && text.length <= MAX_LENGTH ? text : makeSlug(text, fallback);
      for (;;) {
        const slug = await freeSlug(base, (candidate) => isTaken(place, candidate));
        const name = key(place, slug);
        if (held.has(name)) continue;
        held.add(name);
        return { slug, release: () => held.delete(name) };
      }
    },
  };
}
