/** A paragraph as Strapi's blocks hold it, its keys in order. */
interface Block {
  readonly children: readonly [{ readonly text: string; readonly type: 'text' }];
  readonly type: 'paragraph';
}

/** What JSON does not write as it stands: quotes, backslashes, control characters and halves of pairs. */
// eslint-disable-next-line no-control-regex
const ESCAPED = /["\\\u0000-\u001F\uD800-\uDFFF]/;

/** A text as JSON. Few paragraphs have anything to escape, and looking is cheaper than escaping. */
const quoted = (text: string) => (ESCAPED.test(text) ? JSON.stringify(text) : `"${text}"`);

const blockOf = (text: string) => `{"children":[{"text":${quoted(text)},"type":"text"}],"type":"paragraph"}`;

const [encoder, decoder] = [new TextEncoder(), new TextDecoder()];

/** A code unit of UTF-16 is at most so many bytes of UTF-8. */
const MOST_BYTES = 3;

/** Texts are written into a buffer that they share: one of their own costs as much as the writing. */
const SHARED_BYTES = 256 * 1024;

let [shared, used] = [new Uint8Array(0), 0];

function encode(text: string): Uint8Array {
  const most = text.length * MOST_BYTES;
  if (shared.length - used < most) [shared, used] = [new Uint8Array(Math.max(most, SHARED_BYTES)), 0];
  const { written } = encoder.encodeInto(text, shared.subarray(used));
  used += written;
  return shared.subarray(used - written, used);
}

/** A longer text is encoded piece by piece: as one string it would take several times its bytes. */
const PIECE = 512 * 1024;

/** Paragraphs as Strapi's blocks, in the JSON that databases are given, in UTF-8. */
export function writeBody(paragraphs: readonly string[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  let json = '[';
  for (const [index, text] of paragraphs.entries()) {
    json += index === 0 ? blockOf(text) : `,${blockOf(text)}`;
    if (json.length < PIECE) continue;
    pieces.push(encode(json));
    json = '';
  }
  const last = encode(`${json}]`);
  if (pieces.length === 0) return last;
  const whole = new Uint8Array([...pieces, last].reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const piece of [...pieces, last]) {
    whole.set(piece, end);
    end += piece.length;
  }
  return whole;
}

/** The paragraphs that `writeBody` wrote. */
export function readBody(body: Uint8Array): string[] {
  const blocks = JSON.parse(decoder.decode(body)) as readonly Block[];
  return blocks.map(({ children: [{ text }] }) => text);
}
