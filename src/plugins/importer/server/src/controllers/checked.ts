import { errors } from '@strapi/utils';
import { z } from 'zod';
import type { FaultOfRequest, RefusalDetails, Message } from '../../../shared/contracts/messages';

/** Why a field of a request can't be taken, as people read it. */
export interface FaultOfField {
  readonly path: readonly string[];
  readonly message: Message;
}

/** Strapi's shape: each fault with its place. */
function refusalOf(faults: readonly FaultOfRequest[]): Error {
  const sentences = faults.map(({ path, message }) => (path.length === 0 ? message : `${path.join('.')}: ${message}`));
  const details: RefusalDetails = { errors: faults.map((fault) => ({ ...fault, name: 'ValidationError' })) };
  return new errors.ValidationError(sentences.join('; '), details);
}

/** A request that is refused, with all that is wrong with it. */
export const refusal = (faults: readonly FaultOfField[]): Error => refusalOf(faults.map(({ path, message }) => ({ path, ...message })));

/** What was sent, as the schema says it must be. @throws ValidationError naming everything that is otherwise. */
export function checked<Output>(schema: z.ZodType<Output>, value: unknown): Output {
  const parsed = schema.safeParse(value ?? {});
  if (parsed.success) return parsed.data;
  throw refusalOf(parsed.error.issues.map(({ path, message }) => ({ path: path.map(String), message })));
}

/** Which page of a list, from an address. */
export const pageAsked = z.object({
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(200).default(50),
});
