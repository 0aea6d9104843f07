import type { Message } from '../../../shared/contracts/messages';
import { message, MessageError } from '../messages/message';

/** The databases put the whole statement before the reason why it failed. */
export const reasonOf = (cause: unknown): string => (cause instanceof Error ? (cause.message.split(' - ').at(-1) ?? '') : String(cause));

/** Why a run has failed, as people read it. */
export const failureOf = (cause: unknown): Message =>
  cause instanceof MessageError ? cause.forPeople : message('failed', { reason: reasonOf(cause).split('\n')[0] ?? '' });

/** A failure as a run's row keeps it. */
export const failureColumns = (failure: Message | null) => ({
  failure: failure?.message ?? null,
  failureSaid: failure === null ? null : { code: failure.code, values: failure.values },
});
