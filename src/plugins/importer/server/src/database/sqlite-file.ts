import type { Core } from '@strapi/strapi';

interface Client {
  readonly connectionSettings: { readonly filename: string };
}

/** The file of the SQLite database that Strapi is connected to. */
export const sqliteFileOf = (strapi: Core.Strapi): string => (strapi.db.connection.client as Client).connectionSettings.filename;
