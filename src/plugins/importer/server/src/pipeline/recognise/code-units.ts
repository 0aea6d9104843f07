import { endianness } from 'node:os';

/** A few machines have the other byte of a number first. */
const IS_BIG_ENDIAN = endianness() === 'BE';

/** Texts are written here. */
let bytes = Buffer.alloc(64 * 1024);
let units = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2);

/**
 * The code units of a text, as many as it is long, with whatever stood there before behind them. They are there until the next call,
 * for any text.
 *
 * `charCodeAt` finds out for each character anew how the text is stored: to go through a page takes twice as long with it.
 */
export function codeUnitsOf(text: string): Uint16Array {
  if (text.length > units.length) {
    bytes = Buffer.alloc(4 * text.length);
    units = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2);
  }
  bytes.write(text, 0, 'utf16le');
  if (IS_BIG_ENDIAN) bytes.subarray(0, 2 * text.length).swap16();
  return units;
}
