import { hash } from 'node:crypto';

const HEX_DIGITS = 32;

/** SHA-256 of the bytes of a page, cut to 128 bits, in hex. */
export const pageHash = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex').slice(0, HEX_DIGITS);
