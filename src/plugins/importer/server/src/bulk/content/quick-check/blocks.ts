import type { Test } from './test';

type Tests = Readonly<Record<string, Test>>;

const isString: Test = (value) => typeof value === 'string';
const isBoolean: Test = (value) => typeof value === 'boolean';
const isLevel: Test = (value) => typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 6;
const isFormat: Test = (value) => value === 'ordered' || value === 'unordered';
const isWebAddress: Test = (value) => typeof value === 'string' && /^https?:\/\//.test(value) && URL.canParse(value);

const isType =
  (type: string): Test =>
  (value) =>
    value === type;

/** A list with something in it. `for` sees the holes of an array, which `every` passes over. */
const isListOf =
  (test: Test): Test =>
  (value) => {
    if (!Array.isArray(value) || value.length === 0) return false;
    for (const item of value as unknown[]) if (!test(item)) return false;
    return true;
  };

/** An object with all required keys, some of the optional ones, and no others. */
const isNode = (required: Tests, optional: Tests = {}): Test => {
  const tests = new Map(Object.entries({ ...required, ...optional }));
  const needed = Object.keys(required).length;
  return (value) => {
    if (typeof value !== 'object' || value === null) return false;
    let found = 0;
    for (const key of Object.keys(value)) {
      const part: unknown = (value as Record<string, unknown>)[key];
      if (tests.get(key)?.(part) !== true) return false;
      if (required[key] !== undefined) found += 1;
    }
    return found === needed;
  };
};

const byType =
  (nodes: Readonly<Record<string, Test>>): Test =>
  (value) => {
    if (typeof value !== 'object' || value === null || !('type' in value) || typeof value.type !== 'string') return false;
    return Object.hasOwn(nodes, value.type) && nodes[value.type]?.(value) === true;
  };

const isText = isNode(
  { type: isType('text'), text: isString },
  { bold: isBoolean, italic: isBoolean, underline: isBoolean, strikethrough: isBoolean, code: isBoolean },
);
const isInline = byType({ text: isText, link: isNode({ type: isType('link'), url: isWebAddress, children: isListOf(isText) }) });
const children = isListOf(isInline);

const isListItem = isNode({ type: isType('list-item'), children });
const isList: Test = isNode(
  { type: isType('list'), format: isFormat, children: isListOf((value) => byType({ 'list-item': isListItem, list: isList })(value)) },
  { indentLevel: Number.isInteger },
);

const isBlock = byType({
  paragraph: isNode({ type: isType('paragraph'), children }),
  quote: isNode({ type: isType('quote'), children }),
  heading: isNode({ type: isType('heading'), level: isLevel, children }),
  code: isNode({ type: isType('code'), children: isListOf(isText) }, { language: isString }),
  list: isList,
});

const areSome = isListOf(isBlock);

/**
 * Blocks that Strapi's validator is certain to take, and to leave as they are (@strapi/core,
 * entity-validator/blocks-validator): everything but pictures, where it would ask for a dozen keys.
 */
export const areBlocks: Test = (value) => areSome(value) || (Array.isArray(value) && value.length === 0);
