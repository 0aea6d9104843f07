import { errors } from '@strapi/utils';
import { z } from 'zod';

/**
 * What somebody has sent, checked.
 *
 * @throws errors.ValidationError that names everything that is wrong with it.
 */
export function checked<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const result = schema.safeParse(value ?? {});
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => `${path.length > 0 ? `${path.join('.')}: ` : ''}${message}`);
  throw new errors.ValidationError(faults.join('; '));
}

/** Which page of a list, from an address. */
export const pageAsked = z.object({
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(200).default(50),
});
