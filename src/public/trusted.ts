import { z } from 'zod';

const tokenState = z.object({ auth: z.object({ strategy: z.object({ name: z.literal('content-api-token') }) }) });

/**
 * Whether a request carries an API token. Those are handed out by an administrator, to a frontend's preview for
 * example, and may read drafts. Everyone else is the public, signed in or not.
 */
export function isTrusted(state: unknown): boolean {
  return tokenState.safeParse(state).success;
}
