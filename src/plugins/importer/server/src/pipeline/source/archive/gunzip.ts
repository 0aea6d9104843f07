import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Limits } from '../limits';
import { createMeter } from '../meter';

/** Unpacks a gzip file as a stream. @throws Error where it is broken, Refusal where it unpacks to too much. */
export async function* gunzip(file: string, limits: Limits): AsyncGenerator<Uint8Array> {
  const meter = createMeter((await stat(file)).size, limits);
  // What goes wrong in any part reaches the last one, which the loop reads.
  const unpacked = pipeline(createReadStream(file), createGunzip(), () => undefined);
  for await (const chunk of unpacked as AsyncIterable<Buffer>) {
    meter(chunk.length);
    yield chunk;
  }
}
