import type { Core, UID } from '@strapi/strapi';
import { errors } from '@strapi/utils';

/** The parameters of a request, as the query parser makes them of the address. */
export type Query = Record<string, unknown>;

/** As far as the rules of the public look at one. */
export interface Attribute {
  readonly type: string;
  readonly relation?: string;
  readonly target?: string;
  readonly mappedBy?: string;
  readonly component?: string;
  readonly private?: boolean;
}

/** Looks up the attributes of a content type or a component. Passed in, so that the rules need no running Strapi. */
export type AttributesOf = (uid: string) => Readonly<Record<string, Attribute>>;

export const attributesIn =
  (strapi: Core.Strapi): AttributesOf =>
  (uid) =>
    strapi.getModel(uid as UID.Schema).attributes;

export const isObject = (value: unknown): value is Query => typeof value === 'object' && value !== null && !Array.isArray(value);

/** @throws errors.ValidationError (400), in Strapi's error shape. */
export const refuse = (message: string, parameter: string): never => {
  throw new errors.ValidationError(message, { source: 'query', param: parameter });
};
