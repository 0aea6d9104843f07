import fc from 'fast-check';

const mark = fc.constantFrom<unknown>(true, false, true, null, 'true');
const text = fc.record(
  {
    type: fc.constant('text'),
    text: fc.oneof({ weight: 20, arbitrary: fc.string() }, fc.constantFrom<unknown>(null, 5)),
    bold: mark,
    code: mark,
  },
  { requiredKeys: ['type', 'text'] },
);
const plain = fc.string().map((value) => ({ type: 'text', text: value }));
const link = fc.record({
  type: fc.constant('link'),
  url: fc.oneof(fc.webUrl(), fc.constantFrom('/page', 'https://', 'http://x', 'https:// x', 'javascript:1', 'mailto:a@b.c', '')),
  children: fc.array(text, { maxLength: 2 }),
});
const children = fc.array(fc.oneof({ weight: 6, arbitrary: plain }, text, { weight: 2, arbitrary: link }), { minLength: 1, maxLength: 3 });

const { list } = fc.letrec<{ list: unknown; item: unknown }>((tie) => ({
  item: fc.record({ type: fc.constant('list-item'), children }),
  list: fc.record(
    {
      type: fc.constant('list'),
      format: fc.constantFrom('ordered', 'unordered', 'unordered', 'other'),
      indentLevel: fc.nat(3),
      children: fc.array(fc.oneof({ depthSize: 'small' }, tie('item'), tie('list')), { minLength: 1, maxLength: 3 }),
    },
    { requiredKeys: ['type', 'format', 'children'] },
  ),
}));

const block = fc.oneof(
  { weight: 6, arbitrary: children.map((nodes) => ({ type: 'paragraph', children: nodes })) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('heading'), level: fc.integer({ min: 0, max: 7 }), children }) },
  { weight: 2, arbitrary: children.map((nodes) => ({ type: 'quote', children: nodes })) },
  { weight: 2, arbitrary: list },
  fc.record({ type: fc.constant('code'), language: fc.constantFrom<unknown>('js', null, 3), children: fc.array(plain, { maxLength: 2 }) }),
  fc.record({
    type: fc.constantFrom<unknown>('paragraph', 'image', 'nothing', null),
    children: fc.array(plain, { maxLength: 1 }),
    more: fc.nat(),
  }),
);

/** Blocks as Strapi's editor makes them, with a few that nobody should make. */
export const blocks = fc.array(block, { maxLength: 3 });
