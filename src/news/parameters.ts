import { z } from 'zod';

/** Key of a schema's metadata: how OpenAPI describes it, where its own schema would tell less. */
export const IN_OPENAPI = 'openapi';

const LONGEST_TEXT = 255;

/** A text that a database can hold: no zero byte, and no half of a character. */
export const text = (longest = LONGEST_TEXT) =>
  z
    .string()
    .min(1)
    .max(longest)
    .refine((value) => !value.includes('\u0000') && !/\p{Surrogate}/u.test(value), 'it holds what no text holds');

/** A language of the site, such as `az`. */
export const locale = z
  .string()
  .regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'it must be the code of a language, such as az')
  .max(35);

/** A whole number, written in digits. */
export const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'it must be a whole number')
    .transform(Number)
    .pipe(z.int().min(least).max(most))
    .meta({ [IN_OPENAPI]: { type: 'integer', minimum: least, maximum: most } });

export const MOST_ARTICLES = 100;

/** How many articles an answer holds at most. */
export const limit = (usual: number) =>
  wholeNumber(1, MOST_ARTICLES)
    .default(usual)
    .meta({ [IN_OPENAPI]: { type: 'integer', minimum: 1, maximum: MOST_ARTICLES, default: usual } });

/** Parameters that name several things, with commas between them or, as Strapi takes them too, one by one: `fields[0]=title`. */
export const LISTS: readonly string[] = ['fields', 'populate'];

const LONGEST_LIST = 500;

/** Some of the names that are offered, or `*` for all of them, in the order in which they are offered. */
export const someOf = <Name extends string>(offered: readonly Name[]) =>
  text(LONGEST_LIST).transform((given, context) => {
    const asked = given.split(',').map((name) => name.trim());
    const unknown = asked.find((name) => name !== '*' && !offered.some((one) => one === name));
    if (unknown === undefined) return offered.filter((name) => asked.includes('*') || asked.includes(name));
    context.addIssue({ code: 'custom', message: `"${unknown.slice(0, 100)}" is not offered here. Offered: ${offered.join(', ')}` });
    return z.NEVER;
  });

/** Where a page begins or ends, as an answer before has given it. */
export const cursor = text(512);

/** A document's id, as Strapi makes them; anything that is none is not found. */
export const documentId = text();
