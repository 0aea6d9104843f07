import { report } from '../report-problem';
import type { MediaType, Read, ReadContext } from './document';
import { MARKDOWN } from './markdown/markdown';
import { kindOfBytes, kindOfName } from './not-read';
import { TEXT } from './text/text';

/** Every media type that is read. The first that claims a document reads it. */
const MEDIA_TYPES: readonly MediaType[] = [MARKDOWN, TEXT];

export interface ReadDocument extends Read {
  /** Null for a document that none claims. */
  readonly mediaType: string | null;
  /** What such a document is: `HTML`, say; else null. */
  readonly skipped: string | null;
}

const NOTHING: Read = { lines: [], facts: [], problems: [] };

/**
 * Reads a document by its media type. A document without any lines has a problem, or is one that nothing reads.
 *
 * @param declared the media type that its source names, if any.
 */
export function readDocument(bytes: Uint8Array, context: ReadContext, declared?: string): ReadDocument {
  const { name } = context;
  if (bytes.length === 0 && kindOfName(name) === null) {
    const problem = report.error('page-empty', undefined, '0 bytes', 'a page text');
    return { ...NOTHING, mediaType: TEXT.name, skipped: null, problems: [problem] };
  }
  const type = MEDIA_TYPES.find(({ detect }) => detect(bytes, name, declared));
  const read = type?.read(bytes, context) ?? { kind: kindOfName(name) ?? kindOfBytes(bytes, name) ?? 'Unknown file' };
  return 'kind' in read ? { ...NOTHING, mediaType: null, skipped: read.kind } : { ...read, mediaType: type?.name ?? null, skipped: null };
}
