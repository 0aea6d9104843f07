import { errors } from '@strapi/utils';

/** The parameters of a request, as the query parser makes them of the address. */
export type Query = Record<string, unknown>;

interface Attribute {
  readonly type: string;
  readonly target?: string;
}

/** Looks up the attributes of a content type. Passed in, so that the rules need no running Strapi. */
export type AttributesOf = (uid: string) => Readonly<Record<string, Attribute>>;

export const isObject = (value: unknown): value is Query => typeof value === 'object' && value !== null && !Array.isArray(value);

/** @throws errors.ValidationError (400), in Strapi's error shape. */
export const refuse = (message: string, parameter: string): never => {
  throw new errors.ValidationError(message, { source: 'query', param: parameter });
};
