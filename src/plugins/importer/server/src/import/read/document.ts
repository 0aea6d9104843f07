import type { Report } from '../report-problem';

/** A piece of text that is marked in one way, as Strapi's blocks hold it. Keys are in order, so that equal texts are equal JSON. */
export interface TextNode {
  readonly bold?: true;
  readonly code?: true;
  readonly italic?: true;
  readonly strikethrough?: true;
  readonly text: string;
  readonly type: 'text';
}

export interface LinkNode {
  readonly children: readonly TextNode[];
  readonly type: 'link';
  /** Absolute, or a path of the site. */
  readonly url: string;
}

export type InlineNode = TextNode | LinkNode;

export interface Picture {
  readonly url: string;
  readonly alternativeText: string | null;
  readonly caption: string | null;
}

/** What a line is by its markup. */
export type MarkedKind =
  | { readonly kind: 'paragraph' | 'quote'; readonly children: readonly InlineNode[] }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4 | 5 | 6; readonly children: readonly InlineNode[] }
  | {
      readonly kind: 'list-item';
      readonly isOrdered: boolean;
      /** In how many other lists its list stands. */
      readonly depth: number;
      /** Which list of the document it belongs to: two may follow each other. */
      readonly list: number;
      readonly children: readonly InlineNode[];
    }
  | { readonly kind: 'code'; readonly language: string | null }
  | { readonly kind: 'picture'; readonly picture: Picture };

export type Markup = MarkedKind & {
  /** How much of the text is link text, from 0 to 1. */
  readonly linkShare: number;
};

/** A numbered piece of visible text of a document. */
export interface Line {
  /** Its number in the document, counted from 1. */
  readonly number: number;
  /** Its text, with every run of white space as one space; of code as it stands. */
  readonly text: string;
  /** Left out for plain text, which has none. */
  readonly markup?: Markup;
}

/** What a document may declare about itself. */
export type FactName =
  'title' | 'date' | 'modified' | 'category' | 'tag' | 'author' | 'address' | 'language' | 'slug' | 'description' | 'draft' | 'picture';

/** Something that a document declares about itself, as it stands there. Several of one name are told in their order. */
export interface Fact {
  readonly name: FactName;
  readonly value: string;
  /** Where it stands, for people, each place once: `front matter: title`. */
  readonly place: string;
}

/** Where a value of an article comes from: the number of a line, or the place of a fact. */
export type Origin = number | string;

/** What a media type makes of a document. */
export interface Read {
  readonly lines: readonly Line[];
  readonly facts: readonly Fact[];
  /** What is wrong with it as a text. */
  readonly problems: readonly Report[];
}

/** A file that no media type reads, by what it is: `HTML`, say. */
export interface NotRead {
  readonly kind: string;
}

/** What reading may need to know besides the bytes. */
export interface ReadContext {
  /** The document's name, with `/` between folders. */
  readonly name: string;
  /** Single-byte encodings that old documents may be stored in. */
  readonly encodings: readonly string[];
}

/** A kind of document, in a folder of its own. */
export interface MediaType {
  /** As the IANA names it: `text/plain`. */
  readonly name: string;
  /**
   * A cheap look whether a document is of this type.
   *
   * @param declared what its source says that it is, an archive's record of a response, say.
   */
  readonly detect: (bytes: Uint8Array, name: string, declared?: string) => boolean;
  /** Reads a document. What turns out to be something else on the way is not read. */
  readonly read: (bytes: Uint8Array, context: ReadContext) => Read | NotRead;
}
