import type { Message } from '../../../shared/contracts/messages';

/** What is said of a request, or of one place in it. */
export interface FieldMessage extends Message {
  /** `['fields', 'title']`, say; empty where the whole request is meant. */
  readonly path: readonly string[];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

const isValue = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';

function readMessage(given: unknown, message: string): FieldMessage | null {
  if (!isObject(given) || typeof given['code'] !== 'string') return null;
  const values = isObject(given['values']) ? given['values'] : {};
  const entries = Object.entries(values).flatMap(([name, value]) => (isValue(value) ? [[name, value] as const] : []));
  const path = Array.isArray(given['path']) ? given['path'].map(String) : [];
  const own = typeof given['message'] === 'string' ? given['message'] : message;
  return { code: given['code'], values: Object.fromEntries(entries), message: own, path };
}

/**
 * What Strapi's `error` tells people: its own message, or one for each field that can't be taken. Where one of them has no code,
 * the server's sentence tells of all.
 */
export function readRefusal(error: unknown): readonly FieldMessage[] {
  if (!isObject(error) || typeof error['message'] !== 'string') return [];
  const { message, details } = error;
  const faults = isObject(details) && Array.isArray(details['errors']) ? details['errors'] : [details];
  const messages = faults.map((fault) => readMessage(fault, message));
  const known = messages.filter((one) => one !== null);
  return known.length > 0 && known.length === messages.length ? known : [{ code: null, values: {}, message, path: [] }];
}
