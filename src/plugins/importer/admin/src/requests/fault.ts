import { isFetchError } from '@strapi/strapi/admin';

/** Why a request brought nothing. */
export interface Fault {
  /** Of the answer; null where there was none. */
  readonly status: number | null;
  /** The server's own sentence; null where it had none that is meant for people. */
  readonly sentence: string | null;
}

export const isForbidden = ({ status }: Fault): boolean => status === 401 || status === 403;

/** Whether the same request may well succeed in a moment: the server restarts, or the network is gone. */
export const isPassing = ({ status }: Fault): boolean => status === null || status >= 500 || status === 429;

export function readFault(error: unknown): Fault {
  if (!isFetchError(error)) return { status: null, sentence: null };
  const status = error.status ?? null;
  const isForPeople = error.response !== undefined && status !== null && status < 500;
  return { status, sentence: isForPeople ? error.message : null };
}
