import { createHmac, timingSafeEqual } from 'node:crypto';
import { errors } from '@strapi/utils';
import { readSecret } from '../../environment/secrets';

/** Where something stands in an ordered list: the values that it is ordered by. */
export type Position = readonly (string | number)[];

const SIGNATURE_BYTES = 12;

const keyOf = () => createHmac('sha256', readSecret('APP_KEYS')).update('cursors of the news API').digest();

/** Cursors are signed, so that no one can ask for a position that was never told, and bound to the list that they were told for. */
export interface Cursors {
  /** @param list everything that the list depends on, such as its language and category. */
  seal: (list: string, position: Position) => string;
  /** @throws errors.ValidationError for a cursor that was never given, or was given for another list. */
  open: (list: string, cursor: string) => Position;
}

/** Cursors that every node with the same `APP_KEYS` reads, also after a restart. */
export function createCursors(): Cursors {
  const key = keyOf();
  const sign = (list: string, body: string) => createHmac('sha256', key).update(`${list}\n${body}`).digest().subarray(0, SIGNATURE_BYTES);

  return {
    seal(list, position) {
      const body = JSON.stringify(position);
      return Buffer.concat([sign(list, body), Buffer.from(body)]).toString('base64url');
    },
    open(list, cursor) {
      const bytes = Buffer.from(cursor, 'base64url');
      const body = bytes.subarray(SIGNATURE_BYTES).toString();
      const signature = bytes.subarray(0, SIGNATURE_BYTES);
      const isWhole = signature.length === SIGNATURE_BYTES && bytes.toString('base64url') === cursor;
      if (isWhole && timingSafeEqual(signature, sign(list, body))) return JSON.parse(body) as Position;
      throw new errors.ValidationError('The cursor was not given for this list', { source: 'query', param: 'cursor' });
    },
  };
}
