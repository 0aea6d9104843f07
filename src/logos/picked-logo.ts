import { z } from 'zod';

const id = z.union([z.int(), z.string().regex(/^\d+$/).transform(Number)]);
const one = z.union([id, z.looseObject({ id }).transform((file) => file.id)]);
const first = z.tuple([one]).transform(([file]) => file);
const file = z.union([one, first]);
const picked = z.union([
  file,
  z.looseObject({ set: file }).transform(({ set }) => set),
  z.looseObject({ connect: file }).transform((it) => it.connect),
]);

/** The id of the file that a media field is set to, in any of the shapes that Strapi takes; undefined where it is not set to one. */
export function pickedLogo(value: unknown): number | undefined {
  const parsed = picked.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}
