import type { Core, UID } from '@strapi/strapi';
import DataLoader from 'dataloader';
import { rowsOf } from '../database/rows';
import { freeSlug } from './free-slug';
import { slugOf } from './make-slug';
import type { SlugField } from './slug-field';

/** For which document a slug is looked for. */
export interface SlugPlace {
  readonly uid: UID.ContentType;
  readonly field: Pick<SlugField, 'name' | 'localized'>;
  /** Undefined means all locales. */
  readonly locale: string | undefined;
  /** The document that may keep its own slug; undefined for one that does not exist yet. */
  readonly documentId: string | undefined;
}

/** SQLite takes some ten thousand values at most. */
const LOOKED_UP_TOGETHER = 1000;

/** Numbers that a search asks for first, and that settle it for most headlines: those of many are asked for together. */
const ASKED_FIRST = [2, 3, 4, 6, 8];

/** Which of some slugs other documents have. */
async function takenAmong(strapi: Core.Strapi, { uid, field, locale, documentId }: SlugPlace, slugs: readonly string[]) {
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
}

/** What is asked together is looked up together, and once. */
const createLookUp = (strapi: Core.Strapi, place: SlugPlace) =>
  new DataLoader<string, boolean>(async (slugs) => {
    const taken = await takenAmong(strapi, place, slugs);
    return slugs.map((slug) => taken.has(slug));
  });

const baseOf = (strapi: Core.Strapi, uid: UID.ContentType, text: string) => slugOf(text, strapi.getModel(uid).modelName);

/**
 * A slug that no other document of the content type has in the locale. Whoever writes it may still lose it to another who writes at the
 * same moment: then the database refuses it, and one looks again. @see isSlugConflict
 */
export function findSlug(strapi: Core.Strapi, place: SlugPlace, text: string): Promise<string> {
  const lookUp = createLookUp(strapi, place);
  return freeSlug(baseOf(strapi, place.uid, text), (slug) => lookUp.load(slug));
}

/** A content type with the field that holds its slugs; null for one without. */
interface SluggedType {
  readonly uid: UID.ContentType;
  readonly localized: boolean;
  readonly fields: { readonly slug: string | null };
}

/** Slugs for many new documents of one content type and locale, in the order of the texts; none where it has none. @see findSlug */
export async function findSlugs(
  strapi: Core.Strapi,
  { uid, localized, fields: { slug: name } }: SluggedType,
  locale: string | undefined,
  texts: readonly string[],
): Promise<string[]> {
  if (name === null) return [];
  const place: SlugPlace = { uid, field: { name, localized }, locale, documentId: undefined };
  const lookUp = createLookUp(strapi, place);
  const bases = texts.map((text) => baseOf(strapi, uid, text));
  const lookUpAll = async (slugs: readonly string[]) => {
    const taken = await takenAmong(strapi, place, slugs);
    for (const slug of slugs) lookUp.prime(slug, taken.has(slug));
    return taken;
  };
  const taken = await lookUpAll([...new Set(bases)]);
  const last = new Map(bases.map((base, index) => [base, index]));
  const again = new Set(bases.filter((base, index) => taken.has(base) || last.get(base) !== index));
  await lookUpAll([...again].flatMap((base) => ASKED_FIRST.map((number) => `${base}-${number}`)));

  const given = new Set<string>();
  const give = async (base: string): Promise<string> => {
    for (;;) {
      const slug = await freeSlug(base, async (candidate) => given.has(candidate) || lookUp.load(candidate));
      // Another of the batch may have got it while this one was looked up.
      if (given.has(slug)) continue;
      given.add(slug);
      return slug;
    }
  };
  // Most headlines are new: they get their slugs at once, and only the others are looked for one by one.
  const atOnce = bases.map((base) => {
    if (taken.has(base) || given.has(base)) return null;
    given.add(base);
    return base;
  });
  return Promise.all(bases.map(async (base, index) => atOnce[index] ?? give(base)));
}

/** Whether the database has refused a slug because another document has it: by a unique index that has `slug` in its name. */
export function isSlugConflict(cause: unknown): boolean {
  if (typeof cause !== 'object' || cause === null || !('code' in cause)) return false;
  if (cause.code === '23505') return 'constraint' in cause && String(cause.constraint).includes('slug');
  return cause.code === 'SQLITE_CONSTRAINT_UNIQUE' && 'message' in cause && String(cause.message).includes('slug');
}
