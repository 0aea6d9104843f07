import type { Core } from '@strapi/strapi';
import type { toColumnValue } from './content/column-value';
import type { EntryValidator } from './content/entry-validator';
import type { ContentType } from './model/model';
import type { Models } from './model/models';
import type { Tables } from './rows/tables';

/** What one call of the writer works with. */
export interface Session {
  readonly strapi: Core.Strapi;
  readonly models: Models;
  readonly type: ContentType;
  readonly validator: EntryValidator;
  readonly tables: Tables;
  /** Remembers JSON of objects that it has converted. */
  readonly toColumn: typeof toColumnValue;
  /** Empty when the call names a locale for each document of a localised content type. */
  readonly defaultLocale: string;
  /** Whether the ids that new documents bring need not be looked for. */
  readonly idsAreNew: boolean;
  /** The time of everything that the call writes. */
  readonly now: Date;
}
