import type { Core, Schema, UID } from '@strapi/strapi';
import { z } from 'zod';

const isLocalized = z.object({ i18n: z.object({ localized: z.literal(true) }) });

/** A slug and the field that it is made from. */
export interface SlugField {
  readonly name: string;
  readonly source: string;
  readonly localized: boolean;
}

/** The slug of a content type of this application, if it has one. */
export function slugFieldOf(strapi: Core.Strapi, uid: string): SlugField | undefined {
  if (!uid.startsWith('api::')) return undefined;
  const { attributes, pluginOptions } = strapi.getModel(uid as UID.ContentType);
  for (const [name, attribute] of Object.entries<Schema.Attribute.AnyAttribute>(attributes)) {
    if (attribute.type !== 'uid' || attribute.targetField === undefined) continue;
    return { name, source: attribute.targetField, localized: isLocalized.safeParse(pluginOptions).success };
  }
  return undefined;
}
