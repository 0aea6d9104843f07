import type { Database } from 'better-sqlite3';
import { LRUCache } from 'lru-cache';

/** Patterns that are kept compiled: a statement has one for each of its conditions, and compares row by row. */
const MOST_PATTERNS = 100;

/** The dotted capital of Turkic languages, for which JavaScript knows two letters in lower case where PostgreSQL has one. */
const withoutDot = (text: string) => (text.includes('İ') ? text.replaceAll('İ', 'i') : text);

const textOf = (value: unknown): string => (typeof value === 'string' ? value : String(value));

/** Lower case as PostgreSQL has it: letter by letter, so that a part of a word is as it is in the whole. */
const lower = (value: unknown): string | null => (value === null ? null : withoutDot(textOf(value)).replaceAll('Σ', 'σ').toLowerCase());

const WILDCARDS: Readonly<Record<string, string>> = { '%': '.*', _: '.' };

const literal = (character: string) => character.replace(/[.*+?^${}()|[\]\\/]/, '\\$&');

/** A pattern of `LIKE` as a regular expression: https://www.sqlite.org/lang_expr.html#like */
function compile(pattern: string, escape: string | null): RegExp {
  const parts: string[] = [];
  let isEscaped = false;
  for (const character of withoutDot(pattern)) {
    if (!isEscaped && character === escape) isEscaped = true;
    else {
      parts.push((isEscaped ? undefined : WILDCARDS[character]) ?? literal(character));
      isEscaped = false;
    }
  }
  // Looking for something anywhere is quicker than matching all around it.
  const start = parts[0] === '.*' ? parts.shift() && '' : '^';
  const end = parts.at(-1) === '.*' ? parts.pop() && '' : '$';
  return new RegExp(`${start}${parts.join('')}${end}`, 'isu');
}

/**
 * Has `lower` and `LIKE` of a connection to SQLite treat letters of all alphabets as PostgreSQL does. SQLite's own know capitals
 * of A to Z alone: a search for `почему` would not find `Почему`.
 */
export function foldCaseOf(connection: Database): void {
  const patterns = new LRUCache<string, RegExp>({ max: MOST_PATTERNS });
  // Most often it is the same as in the row before, and to look it up takes long, for so little.
  let last: { readonly pattern: unknown; readonly escape: unknown; readonly compiled: RegExp } | undefined;
  const compiledOf = (pattern: unknown, escape: unknown): RegExp => {
    if (last !== undefined && last.pattern === pattern && last.escape === escape) return last.compiled;
    const key = `${textOf(escape)} ${textOf(pattern)}`;
    const compiled = patterns.get(key) ?? compile(textOf(pattern), escape === null ? null : textOf(escape));
    patterns.set(key, compiled);
    last = { pattern, escape, compiled };
    return compiled;
  };
  const like = (pattern: unknown, value: unknown, escape: unknown = null): number | null => {
    if (pattern === null || value === null) return null;
    return compiledOf(pattern, escape).test(withoutDot(textOf(value))) ? 1 : 0;
  };
  connection.function('lower', { deterministic: true }, lower);
  connection.function('like', { deterministic: true }, (pattern: unknown, value: unknown) => like(pattern, value));
  connection.function('like', { deterministic: true }, (pattern: unknown, value: unknown, escape: unknown) => like(pattern, value, escape));
}
