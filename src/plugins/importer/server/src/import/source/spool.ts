import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { messageOf } from './fault';
import type { Limits } from './limits';
import { SourceError } from './source-error';
import { message } from '../../messages/message';

/** What came in as a stream, as a file that can be read more than once. */
export interface Spool {
  readonly file: string;
  remove(): Promise<void>;
}

/**
 * Keeps a stream in a temporary file that only its owner can read.
 *
 * @throws SourceError when it holds too much, or can't be kept; nothing is left of it then.
 */
export async function spool(input: AsyncIterable<Uint8Array>, limits: Limits): Promise<Spool> {
  const folder = await mkdtemp(path.join(tmpdir(), 'newsroom-input-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  const file = path.join(folder, 'input');
  let size = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of input) {
      size += chunk.length;
      if (size > limits.standardInput) throw new SourceError(message('input-too-large', { bytes: limits.standardInput }));
      yield chunk;
    }
  }
  try {
    await pipeline(counted, createWriteStream(file, { mode: 0o600 }));
    return { file, remove };
  } catch (cause) {
    await remove();
    if (cause instanceof SourceError) throw cause;
    throw new SourceError(message('input-unkept', { reason: messageOf(cause) }), { cause });
  }
}
