import { crc32, deflateRawSync } from 'node:zlib';
import { type Header, pack } from 'tar-stream';

/** A file in a zip. What is given besides name and content lies about it. */
export interface ZipFile {
  readonly name: string;
  readonly content?: string | Uint8Array;
  /** General purpose bits: 1 is "encrypted". */
  readonly flags?: number;
  readonly size?: number;
  readonly checksum?: number;
  /** Mode in Unix: 0o120777 is a link. */
  readonly mode?: number;
  /** Method of compression: 8, deflate, unless another is claimed. */
  readonly method?: number;
}

const UTF8 = 0x800;

/** What the local header and the list of a zip tell alike, from the flags to the length of the extra field. */
function facts({ name, content = '', flags = 0, size, checksum, method = 8 }: ZipFile, packed: Buffer): Buffer {
  const bytes = Buffer.from(content);
  const head = Buffer.alloc(24);
  head.writeUInt16LE(flags | UTF8, 0);
  head.writeUInt16LE(method, 2);
  head.writeUInt32LE(checksum ?? crc32(bytes), 8);
  head.writeUInt32LE(packed.length, 12);
  head.writeUInt32LE(size ?? bytes.length, 16);
  head.writeUInt16LE(Buffer.byteLength(name), 20);
  return head;
}

function mark(signature: number, version: number[]): Buffer {
  const head = Buffer.alloc(4 + 2 * version.length);
  head.writeUInt32LE(signature, 0);
  version.forEach((part, index) => head.writeUInt16LE(part, 4 + 2 * index));
  return head;
}

/** Makes a zip by hand (PKWARE APPNOTE 4.3), as no library would write the ones that are hostile. */
export function makeZip(files: readonly ZipFile[]): Buffer {
  const bodies: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const packed = deflateRawSync(Buffer.from(file.content ?? ''));
    const shared = facts(file, packed);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(((file.mode ?? 0) << 16) >>> 0, 6);
    rest.writeUInt32LE(offset, 10);
    const name = Buffer.from(file.name);
    const body = Buffer.concat([mark(0x04034b50, [20]), shared, name, packed]);
    list.push(mark(0x02014b50, [0x0314, 20]), shared, rest, name);
    bodies.push(body);
    offset += body.length;
  }
  const directory = Buffer.concat(list);
  const end = mark(0x06054b50, [0, 0, files.length, files.length, 0, 0, 0, 0, 0]);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, directory, end]);
}

export interface TarFile extends Partial<Omit<Header, 'size'>> {
  readonly name: string;
  readonly content?: string | Uint8Array;
}

/** Makes a tar whose members come in the given order. */
export async function makeTar(files: readonly TarFile[]): Promise<Buffer> {
  const tar = pack();
  for (const { content = '', ...header } of files) tar.entry(header, Buffer.from(content));
  tar.finalize();
  const chunks: Uint8Array[] = [];
  for await (const chunk of tar as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
