/** Something in an archive, as its format tells of it: nothing about it is checked yet. */
export interface Member {
  /** As the archive writes it: it may lead anywhere. */
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'special';
  /** Of the content unpacked, in bytes. */
  readonly size: number;
  /** The content. Ask for it before the next member. @throws Error where it is broken, Refusal where it is locked. */
  readonly content: () => AsyncIterable<Uint8Array>;
}

/** Goes through an archive from its beginning. @throws Error where it is broken, Refusal where it is too large. */
export type ReadMembers = () => AsyncGenerator<Member>;
