import { areBlocks } from './blocks';
import { JsonText } from '../json-text';
import type { Test } from './test';

/** What a schema may ask of a scalar. */
export interface ScalarRules {
  readonly type: string;
  readonly required?: boolean;
  readonly writable?: boolean;
  readonly default?: unknown;
  readonly minLength?: unknown;
  readonly maxLength?: unknown;
  readonly min?: unknown;
  readonly max?: unknown;
  readonly regex?: unknown;
  readonly enum?: unknown;
  readonly conditions?: unknown;
}

/** Strapi's own limit for short texts. */
const SHORT_TEXT = 255;

/** A part of the addresses that Strapi takes, and the most common one. */
const ADDRESS = /^[a-z\d]+(?:[._-][a-z\d]+)*@(?:[a-z\d]+(?:-[a-z\d]+)*\.)+[a-z]{2,}$/i;
const PLAIN_INTEGER = /^(?:0|-?[1-9]\d*)$/;

const isLength = (value: unknown): value is number => Number.isInteger(value) && value !== 0;

function textTest(rules: ScalarRules, isDraft: boolean): Test {
  const { type, minLength, maxLength, regex } = rules;
  const least = isLength(minLength) && !isDraft ? minLength : 0;
  const shortest = type === 'string' ? (Number.isInteger(maxLength) ? Number(maxLength) : SHORT_TEXT) : Infinity;
  const most = type !== 'string' && isLength(maxLength) ? maxLength : shortest;
  const pattern = regex === undefined || isDraft ? undefined : new RegExp(regex as string);
  return (value) =>
    typeof value === 'string' && value.length >= least && value.length <= most && (pattern === undefined || value.search(pattern) !== -1);
}

const limitOf = (limit: unknown, otherwise: number) =>
  limit === undefined || limit === null || !Number.isFinite(Number(limit)) ? otherwise : Number(limit);

function numberTest(
  { min, max }: ScalarRules,
  isDraft: boolean,
  isKind: (value: number) => boolean,
  toLimit = (limit: number) => limit,
): Test {
  const least = isDraft ? -Infinity : toLimit(limitOf(min, -Infinity));
  const most = toLimit(limitOf(max, Infinity));
  return (value) => typeof value === 'number' && isKind(value) && value >= least && value <= most;
}

const isAnything: Test = () => true;

type Compile = (rules: ScalarRules, isDraft: boolean) => Test;

/** After @strapi/core, entity-validator/validators. Types that are not here are never certain. */
const TESTS: Readonly<Record<string, Compile>> = {
  string: textTest,
  text: textTest,
  richtext: textTest,
  email(rules, isDraft) {
    const isShort = textTest(rules, isDraft);
    return (value) => isShort(value) && (isDraft || ADDRESS.test(value as string));
  },
  enumeration: ({ enum: members }) => {
    const known = new Set<unknown>(Array.isArray(members) ? members : []);
    return (value) => typeof value === 'string' && known.has(value);
  },
  boolean: () => (value) => typeof value === 'boolean',
  integer: (rules, isDraft) => numberTest(rules, isDraft, Number.isInteger, Math.trunc),
  float: (rules, isDraft) => numberTest(rules, isDraft, Number.isFinite),
  decimal: (rules, isDraft) => numberTest(rules, isDraft, Number.isFinite),
  biginteger: () => (value) => typeof value === 'string' && PLAIN_INTEGER.test(value),
  json: () => isAnything,
  date: () => isAnything,
  time: () => isAnything,
  datetime: () => isAnything,
  timestamp: () => isAnything,
  blocks: () => (value) => value instanceof JsonText || areBlocks(value),
};

/**
 * A test for one scalar that is given, as null or another value.
 *
 * @returns undefined where nothing is certain.
 */
export function compileScalar(rules: ScalarRules, isDraft: boolean): Test | undefined {
  const compile = TESTS[rules.type];
  if (compile === undefined || rules.conditions !== undefined) return undefined;
  const test = compile(rules, isDraft);
  const isRequired = rules.required === true && !isDraft;
  return (value) => (value === null ? !isRequired : test(value));
}
