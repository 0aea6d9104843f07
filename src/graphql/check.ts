import { errors } from '@strapi/utils';
import type { z } from 'zod';

/**
 * Checks arguments as the parameters of REST are checked.
 *
 * @throws errors.ValidationError, which is BAD_USER_INPUT, naming the argument.
 */
export function check<Schema extends z.ZodType>(schema: Schema, args: unknown): z.output<Schema> {
  const { success, data, error } = schema.safeParse(args);
  if (success) return data;
  const [issue] = error.issues;
  throw new errors.ValidationError(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'it is not understood'}`);
}
