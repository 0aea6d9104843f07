import { isSafeUrl } from '../../src/plugins/importer/admin/src/pages/page/story/blocks/is-safe-url';
import { keyOf } from '../../src/plugins/importer/admin/src/pages/page/story/blocks/nodes';
import { lineId } from '../../src/plugins/importer/admin/src/pages/page/lines/line-id';

describe('a link of a page', () => {
  it.each(['https://example.org/a?b=1', 'http://example.org', 'mailto:news@example.org', 'tel:+994121234567', '/news/1', '/'])(
    'is followed: %s',
    (url) => expect(isSafeUrl(url)).toBe(true),
  );

  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    '//elsewhere.org',
    '/\\elsewhere.org',
  ])('is not followed: %j', (url) => expect(isSafeUrl(url)).toBe(false));

  it.each(['', 'page.html', '#top', 'ftp://example.org', 'file:///etc/passwd'])('is not followed: %j', (url) =>
    expect(isSafeUrl(url)).toBe(false),
  );
});

describe('a block of a text', () => {
  const text = (value: string) => ({ type: 'text', text: value });

  it('is compared by what a reader sees of it', () => {
    const link = { type: 'link', url: 'https://example.org', children: [text('the  bridge')] };
    expect(keyOf({ type: 'paragraph', children: [text('Of '), link, { ...text(' \n'), bold: true }] })).toBe('Of the bridge');
    const inner = { type: 'list', format: 'ordered', children: [{ type: 'list-item', children: [text('two')] }] };
    expect(keyOf({ type: 'list', format: 'unordered', children: [{ type: 'list-item', children: [text('one')] }, inner] })).toBe('one two');
  });

  it('of a picture is compared by its words and its address', () => {
    const image = { alternativeText: 'A bridge', caption: null, url: '/bridge.jpg' };
    expect(keyOf({ type: 'image', image, children: [text('')] })).toBe('A bridge /bridge.jpg');
  });

  it.each([
    { type: 'paragraph' },
    { type: 'paragraph', children: null },
    { type: 'paragraph', children: [null, 'text', {}] },
    { type: 'image', image: 'none' },
  ])('says nothing where it is none: %j', (block) => expect(keyOf(block)).toBe(''));
});

describe('the id of a line', () => {
  const places = [
    'front matter: tags 1',
    'front matter: tags_1',
    'front matter: tags 11',
    'front matter: метки',
    'front_matter: tags 1',
    7,
  ];

  it('is a name in CSS and HTML, and another for each place', () => {
    const ids = places.map((place) => lineId('page', place));
    expect(ids.filter((id) => !/^[A-Za-z][\w-]*$/u.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(lineId('page', 7)).toBe('page-7');
  });
});
