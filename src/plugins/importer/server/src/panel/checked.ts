import { errors } from '@strapi/utils';
import { z } from 'zod';

/** Something in a request that can't be taken, by its place. */
interface Fault {
  readonly path: readonly string[];
  readonly message: string;
}

/** A request that is refused, with all that is wrong with it. */
export function refusal(faults: readonly Fault[]): Error {
  const told = faults.map(({ path, message }) => (path.length === 0 ? message : `${path.join('.')}: ${message}`));
  return new errors.ValidationError(told.join('; '), { errors: faults.map((fault) => ({ ...fault, name: 'ValidationError' })) });
}

/** What was sent, as the schema says it must be. @throws ValidationError naming everything that is otherwise. */
export function checked<Output>(schema: z.ZodType<Output>, value: unknown): Output {
  const parsed = schema.safeParse(value ?? {});
  if (parsed.success) return parsed.data;
  throw refusal(parsed.error.issues.map(({ path, message }) => ({ path: path.map(String), message })));
}

/** Which page of a list, from an address. */
export const pageAsked = z.object({
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(200).default(50),
});
