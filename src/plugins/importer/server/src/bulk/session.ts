import type { Core } from '@strapi/strapi';
import type { ContentType } from './model/model';
import type { Models } from './model/models';
import type { Tables } from './rows/tables';

/** What one call of the writer works with. */
export interface Session {
  readonly strapi: Core.Strapi;
  readonly models: Models;
  readonly type: ContentType;
  readonly tables: Tables;
  readonly defaultLocale: string;
  /** The time of everything that the call writes. */
  readonly now: Date;
}
