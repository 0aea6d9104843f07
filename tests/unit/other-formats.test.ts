import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { DEFAULT_PROFILE } from '../../src/plugins/importer/server/src/import/profile';
import { createRecogniser, type Recogniser } from '../../src/plugins/importer/server/src/import/recognise/recogniser';
import { pageText } from '../helpers/page-text';

const CORPUS = path.resolve(__dirname, '../../../shared/corpus');

let recogniser: Recogniser;
beforeAll(async () => {
  recogniser = await createRecogniser(DEFAULT_PROFILE);
});

function formatOf(content: string | Uint8Array, name = 'page.txt') {
  const { story, problems } = recogniser.recognise({ name, path: name, bytes: Buffer.from(content) });
  expect(story.title).toBeNull();
  return problems.map(({ rule, found }) => `${rule} ${found}`);
}

describe('what is no page text is told for what it is, once', () => {
  test.each([
    ['HTML', '<!DOCTYPE html>\n<html><head><title>Мост</title></head><body><p>12.08.2019 22:45</p></body></html>'],
    ['HTML', '\uFEFF  <!-- saved from url=(0023)http://old.example/1 -->\n<HTML>\n<BODY>text'],
    ['HTML', '<h1>Мост закрыт</h1>\n<p>12.08.2019</p>\n<p>Первый <b>абзац</b></p>\n<div>Второй</div>'],
    ['HTML', '<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x"><html>'],
    ['RSS', '<?xml version="1.0" encoding="UTF-8"?>\n<?xml-stylesheet href="x"?>\n<rss version="2.0"><channel/></rss>'],
    ['RSS', '<rdf:RDF xmlns="http://purl.org/rss/1.0/">'],
    ['Atom', '<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title></feed>'],
    [
      'WXR (WordPress)',
      '<?xml version="1.0"?>\n<!-- generator="WordPress/5.0" -->\n<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel>',
    ],
    ['Sitemap', '<?xml version="1.0"?><urlset xmlns="x"></urlset>'],
    ['XML', '<?xml version="1.0"?><news><item/></news>'],
    ['WARC', 'WARC/1.0\r\nWARC-Type: warcinfo\r\n\r\n'],
    ['MHTML', 'From: <Saved by Blink>\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype="text/html"\n'],
    ['JSON', '{"title": "Мост", "date": "2019-08-12"}'],
    ['JSON', '[{"title": "Мост"}, {"title": "Трамвай"}]'],
    ['JSON Lines', '{"title": "Мост"}\n{"title": "Трамвай"}\n'],
    ['JSON Feed', '{"version": "https://jsonfeed.org/version/1.1", "title": "x", "items": []}'],
    ['Ghost (JSON)', '{"db": [{"meta": {"exported_on": 1}, "data": {"posts": []}}]}'],
    ['CSV', 'id,title,date\n1,"Мост, закрыт",2019-08-12\n2,Трамвай,2019-08-13\n'],
    ['SQL', '-- MySQL dump 10.13\nCREATE TABLE `news` (id int);\nINSERT INTO `news` VALUES (1);'],
    ['RTF', '{\\rtf1\\ansi Мост}'],
    ['PDF', '%PDF-1.4\n1 0 obj'],
  ])('%s: %j', (format, content) => {
    expect(formatOf(content)).toEqual([`format-unread ${format}`]);
  });

  test('in UTF-16 too', () => {
    expect(formatOf(Buffer.from('\uFEFF<html><body>Мост</body></html>', 'utf16le'))).toEqual(['format-unread HTML']);
  });

  test('files that are no text', () => {
    expect(formatOf(gzipSync('text'))).toEqual(['format-unread gzip']);
    expect(formatOf(Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), 'news.wacz')).toEqual(['format-unread WACZ']);
    expect(formatOf(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]))).toEqual(['format-unread PNG']);
    expect(formatOf(Buffer.from([0, 1, 2, 3, 0, 9, 8]))).toEqual(['binary 7 bytes that are no text']);
  });

  test('what is too large to be looked into is told by its name', () => {
    const fault = { rule: 'page-too-large', found: '80 MB', expected: 'at most 10 MB' } as const;
    const told = (name: string) => recogniser.unreadable({ name, path: name }, fault).problems.map(({ rule, found }) => `${rule} ${found}`);
    expect(told('crawl.warc.gz')).toEqual(['format-unread WARC']);
    expect(told('export.XML')).toEqual(['format-unread XML']);
    expect(told('page.txt')).toEqual(['page-too-large 80 MB']);
  });

  const samples = (folder: string) =>
    existsSync(path.join(CORPUS, folder))
      ? readdirSync(path.join(CORPUS, folder))
          .filter((name) => name !== 'expected.json')
          .map((name) => path.join(CORPUS, folder, name))
      : [];

  test('real files: pages, feeds, exports and web archives', () => {
    const read = (file: string) => (file.endsWith('.gz') ? gunzipSync(readFileSync(file)) : readFileSync(file));
    const unnamed = ['html', 'feeds', 'wxr', 'warc']
      .flatMap(samples)
      .filter((file) => !formatOf(read(file).subarray(0, 10_000_000), file).every((told) => told.startsWith('format-unread')));
    expect(unnamed).toEqual([]);
  });
});

test('a page text is none of these, whatever it talks about', () => {
  const paragraphs = [
    'Тег <b> выделяет текст, а <p> начинает абзац, рассказал редактор.',
    '{ "title": "так выглядит JSON" }',
    'имя, дата, место: так начинается таблица.',
  ];
  const { story, problems } = recogniser.recognise({ name: '1.txt', path: '1.txt', bytes: Buffer.from(pageText({ paragraphs })) });
  expect(problems).toEqual([]);
  expect(story.body).toHaveLength(3);
});
