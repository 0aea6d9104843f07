import { JsonText } from './json-text';

const TIME = /^(2[0-3]|[01]\d):([0-5]\d):([0-5]\d)(\.\d{1,3})?$/;
const DATE = /^\d{4}-\d\d-\d\d$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/;
const MILLISECONDS = /^\d{10,}$/;
const INTEGER = /^[+-]?\d+$/;

type Convert = (value: unknown) => unknown;

function expected(what: string): never {
  throw new TypeError(`expected ${what}`);
}

const toText: Convert = (value) => (typeof value === 'string' ? value : expected('a string'));

const toNumber: Convert = (value) => (typeof value === 'number' && Number.isFinite(value) ? value : expected('a finite number'));

const toBoolean: Convert = (value) => (typeof value === 'boolean' ? value : expected('true or false'));

const toJson: Convert = (value) =>
  value instanceof JsonText ? value : typeof value === 'object' ? JSON.stringify(value) : expected('an object or an array');

const toBigInteger: Convert = (value) => {
  const text = typeof value === 'bigint' || typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && INTEGER.test(text) ? BigInt(text).toString() : expected('an integer, as a string or a number');
};

const toDate: Convert = (value) => {
  const isDate = typeof value === 'string' && DATE.test(value) && new Date(value).toISOString().startsWith(value);
  return isDate ? value : expected('a date such as 2024-02-29');
};

const toTime: Convert = (value) => {
  const [, hours, minutes, seconds, fraction = '.'] =
    (typeof value === 'string' && TIME.exec(value)) || expected('a time such as 23:59:59.000');
  return `${String(hours)}:${String(minutes)}:${String(seconds)}${fraction.padEnd(4, '0')}`;
};

const toInstant: Convert = (value) => {
  const asDate =
    value instanceof Date
      ? value
      : typeof value !== 'string'
        ? null
        : INSTANT.test(value)
          ? new Date(value)
          : MILLISECONDS.test(value)
            ? new Date(Number(value))
            : null;
  return asDate === null || Number.isNaN(asDate.getTime()) ? expected('a Date, or a date and time with Z or an offset') : asDate;
};

/** What each type of field becomes in the database, as `@strapi/database/dist/fields` has it, without its guesses. */
const CONVERSIONS: Readonly<Record<string, Convert>> = {
  string: toText,
  text: toText,
  richtext: toText,
  email: toText,
  uid: toText,
  enumeration: toText,
  json: toJson,
  blocks: toJson,
  integer: toNumber,
  float: toNumber,
  decimal: toNumber,
  biginteger: toBigInteger,
  boolean: toBoolean,
  date: toDate,
  time: toTime,
  datetime: toInstant,
  timestamp: toInstant,
};

/**
 * The value of a column for the value of a field.
 *
 * @throws TypeError that tells what was expected.
 */
export function toColumnValue(type: string, value: unknown): unknown {
  if (value === null) return null;
  const convert = CONVERSIONS[type];
  if (convert === undefined) throw new TypeError(`fields of the type ${type} are not supported`);
  return convert(value);
}

/**
 * Converts values as `toColumnValue` does, and JSON only once for each object: a long text is checked, and then written to
 * a draft and to its published version. For one call only, as callers may change their objects later.
 */
export function createColumnValues(): typeof toColumnValue {
  const texts = new WeakMap<object, unknown>();
  return (type, value) => {
    if (typeof value !== 'object' || value === null || CONVERSIONS[type] !== toJson) return toColumnValue(type, value);
    const known = texts.get(value) ?? toJson(value);
    texts.set(value, known);
    return known;
  };
}
