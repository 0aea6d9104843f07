/** A field with a column of its own in the table of its model. */
export interface ScalarField {
  readonly name: string;
  readonly column: string;
  readonly type: string;
  /** A value, a function that makes one, or undefined. */
  readonly default: unknown;
  readonly unique: boolean;
}

/** A relation that is kept as an id in a column of the model's own table, such as `createdBy`. */
export interface ReferenceField {
  readonly name: string;
  readonly column: string;
}

/** A relation to documents that is kept in a link table, and that the other side does not know of. */
export interface LinkField {
  readonly name: string;
  readonly table: string;
  readonly sourceColumn: string;
  readonly targetColumn: string;
  /** Only for to-many relations. */
  readonly orderColumn: string | undefined;
  readonly target: string;
  readonly toMany: boolean;
}

/** One side of a relation that both sides know of. Its link table is the same for both, with the columns changed over. */
export interface PairField extends LinkField {
  readonly relation: 'oneToOne' | 'oneToMany' | 'manyToOne' | 'manyToMany';
  /** The place of this side in the list of the other: only where many may stand. */
  readonly inverseOrderColumn: string | undefined;
  /** Whether this is the side with `inversedBy`. */
  readonly owner: boolean;
}

export interface MediaField {
  readonly name: string;
  readonly multiple: boolean;
}

/** A component, a list of them, or a dynamic zone. All three share the join table of their model. */
export interface ComponentField {
  readonly name: string;
  readonly kind: 'single' | 'repeatable' | 'zone';
  readonly table: string;
  readonly entityColumn: string;
  readonly componentColumn: string;
  readonly typeColumn: string;
  /** Uids of the components that may stand here. */
  readonly components: readonly string[];
}

export type Field =
  | { readonly kind: 'scalar'; readonly field: ScalarField }
  | { readonly kind: 'reference'; readonly field: ReferenceField }
  | { readonly kind: 'link'; readonly field: LinkField }
  | { readonly kind: 'pair'; readonly field: PairField }
  | { readonly kind: 'media'; readonly field: MediaField }
  | { readonly kind: 'component'; readonly field: ComponentField }
  | { readonly kind: 'unsupported'; readonly field: { readonly name: string; readonly reason: string } };

/** A content type or a component as its tables are, read from Strapi's own metadata. */
export interface Model {
  readonly uid: string;
  readonly table: string;
  readonly scalars: readonly ScalarField[];
  readonly references: readonly ReferenceField[];
  readonly links: readonly LinkField[];
  readonly pairs: readonly PairField[];
  /** Links and pairs. */
  readonly relations: readonly LinkField[];
  readonly media: readonly MediaField[];
  readonly components: readonly ComponentField[];
  /** All fields, also those that can't be written here. */
  readonly fields: ReadonlyMap<string, Field>;
  /** Fields that can't be written here, each with the reason. */
  readonly unsupported: ReadonlyMap<string, string>;
}

export interface ContentType extends Model {
  readonly draftAndPublish: boolean;
  readonly localized: boolean;
  /** Names of scalars, media and components that all locales of a document share. */
  readonly shared: ReadonlySet<string>;
  newDocumentId(): string;
}

/** Where files are attached to entries of any model. */
export interface MediaTable {
  readonly table: string;
  readonly fileColumn: string;
  readonly relatedColumn: string;
  readonly typeColumn: string;
}

/** The columns of every link from components and files to their owner. */
export const FIELD_COLUMN = 'field';
export const ORDER_COLUMN = 'order';

/** The columns of every content type's table, read where a whole entry is not needed. */
export const DOCUMENT_COLUMN = 'document_id';
export const LOCALE_COLUMN = 'locale';
export const PUBLISHED_COLUMN = 'published_at';
