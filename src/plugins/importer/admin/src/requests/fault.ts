import { isFetchError } from '@strapi/strapi/admin';
import { readRefusal, type FieldMessage } from './read-refusal';

/** Why a request brought nothing. */
export interface Fault {
  /** Of the answer; null where there was none. */
  readonly status: number | null;
  /** What the server says; empty where it said nothing that is meant for people. */
  readonly messages: readonly FieldMessage[];
}

export const isForbidden = ({ status }: Fault): boolean => status === 401 || status === 403;

/** Whether the same request may well succeed in a moment: the server restarts, or the network is gone. */
export const isPassing = ({ status }: Fault): boolean => status === null || status >= 500 || status === 429;

export function readFault(error: unknown): Fault {
  if (!isFetchError(error)) return { status: null, messages: [] };
  const status = error.status ?? null;
  const isForPeople = status !== null && status < 500;
  return { status, messages: isForPeople ? readRefusal(error.response?.data.error) : [] };
}
