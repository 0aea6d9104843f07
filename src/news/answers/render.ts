import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { NewsAnswer, Route } from '../routing/route';

const JSON_TYPE = 'application/json; charset=utf-8';

/** What is shorter fits into one packet anyway. */
const WORTH_COMPRESSING = 1024;

const BROTLI_QUALITY = 4;

export type Encoding = 'br' | 'gzip' | 'identity';

/** An answer as it is sent, which can be sent many times. */
export interface Rendered {
  readonly type: string;
  readonly etag: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly compressible: boolean;
  /** The body in an encoding; compressed once for all who ask for it. */
  encoded(encoding: Encoding): Promise<Buffer>;
}

const compressors = {
  br: (body: Buffer) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }),
  gzip: (body: Buffer) => promisify(gzip)(body),
};

/** Turns an answer into what goes over the wire. */
export function render(route: Route, { body: given, headers = {} }: NewsAnswer): Rendered {
  const body = Buffer.from(typeof given === 'string' ? given : JSON.stringify(given));
  const compressed = new Map<Encoding, Promise<Buffer>>();
  return {
    type: 'mediaType' in route.answer ? route.answer.mediaType : JSON_TYPE,
    etag: `W/"${createHash('sha1').update(body).digest('base64url')}"`,
    headers,
    body,
    compressible: body.length >= WORTH_COMPRESSING,
    encoded(encoding) {
      if (encoding === 'identity') return Promise.resolve(body);
      const known = compressed.get(encoding) ?? compressors[encoding](body);
      compressed.set(encoding, known);
      return known;
    },
  };
}
