type Convert = (value: unknown) => unknown;

const toText: Convert = (value) => String(value);

function parseJson(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    const parsed: unknown = JSON.parse(value);
    // As Strapi does: release candidates of Strapi 5 wrote JSON twice.
    return typeof parsed === 'string' ? (JSON.parse(parsed) as unknown) : parsed;
  } catch {
    return value;
  }
}

const toInstant: Convert = (value) => {
  const instant = value instanceof Date ? value : new Date(value as string | number);
  return Number.isNaN(instant.getTime()) ? null : instant;
};

/** PostgreSQL leaves zeros of a fraction out, which Strapi writes and SQLite keeps. */
const toTime: Convert = (value) => {
  const [seconds = '', fraction = ''] = String(value).split('.');
  return `${seconds}.${fraction.padEnd(3, '0')}`;
};

/**
 * What each type of column is read as: what `@strapi/database/dist/fields` has, but for dates with a time, which are a
 * `Date`, and for times, which are the same on all databases.
 */
const CONVERSIONS: Readonly<Record<string, Convert>> = {
  string: toText,
  text: toText,
  richtext: toText,
  email: toText,
  uid: toText,
  enumeration: toText,
  biginteger: toText,
  json: parseJson,
  blocks: parseJson,
  increments: Number,
  integer: Number,
  float: Number,
  decimal: Number,
  boolean: (value) => value === true || value === 1,
  time: toTime,
  datetime: toInstant,
  timestamp: toInstant,
};

/** The value of a field for what its column holds. */
export function toFieldValue(type: string, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  const convert = CONVERSIONS[type];
  return convert === undefined ? value : convert(value);
}
