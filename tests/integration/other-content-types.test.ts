import { checkContentTypes } from '../../src/plugins/importer/server/src/store/check-content-types';
import type { WholeReport } from '../helpers/newsroom';
import { pageText } from '../helpers/page-text';
import { PAGES, type PostApp, rowsIn, startPostApp } from '../helpers/post-app';

const textOf = (content: unknown) => JSON.stringify(content);

describe('importing into posts: other names, no languages, no categories, views or site', () => {
  const POST = 'api::post.post';
  let app: PostApp;
  // By what stays when a version is published anew.
  const posts = (where: object) => rowsIn(app.strapi, POST, { where, populate: { topics: true }, orderBy: { releasedAt: 'asc' } });
  const drafts = () => posts({ publishedAt: null });
  const readers = () => posts({ publishedAt: { $notNull: true } });
  let first: WholeReport;

  beforeAll(async () => {
    app = await startPostApp('posts');
  });
  afterAll(() => app.stop());

  it('is foretold by a dry run, which writes nothing', async () => {
    const foretold = await app.importPages(PAGES, { dryRun: true });
    expect(foretold.counts).toMatchObject({ created: 3 });
    expect([await posts({}), foretold.site]).toEqual([[], []]);
  });

  it('writes what a post has fields for, in draft and published version', async () => {
    first = await app.importPages(PAGES);
    expect(first.counts).toMatchObject({ created: 3 });
    expect([first.problems, first.site]).toEqual([[], []]);
    for (const versions of [await drafts(), await readers()]) {
      expect(versions).toMatchObject([
        {
          headline: 'На набережной открылась выставка рыбацких лодок',
          address: 'na-naberezhnoy-otkrylas-vystavka-rybackih-lodok',
          ...{ locale: null, pinned: false, topics: [] },
        },
        { headline: 'A lighthouse opens to visitors after a long repair', address: 'a-lighthouse-opens-to-visitors-after-a-long-repair' },
        { headline: 'Мост закроют на ремонт', topics: [{ label: 'Мост' }, { label: 'Дороги' }] },
      ]);
      expect(versions.map(({ releasedAt }) => new Date(releasedAt as string).toISOString())).toEqual([
        '2021-06-05T06:15:00.000Z',
        '2021-06-06T08:00:00.000Z',
        '2021-07-01T05:00:00.000Z',
      ]);
      expect(versions[2]?.['content']).toMatchObject([{ type: 'paragraph' }, { type: 'heading', level: 2 }, { type: 'paragraph' }]);
    }
    expect(await rowsIn(app.strapi, 'api::section.section')).toEqual([]);
  });

  it('changes nothing the second time', async () => {
    const again = await app.importPages(PAGES);
    expect(again.counts).toMatchObject({ pages: 3, unchanged: 3 });
  });

  it("keeps an editor's change, field by field, as a dry run has foretold", async () => {
    const [boats] = await drafts();
    const { documents } = app.strapi;
    const documentId = String(boats?.['documentId']);
    await documents(POST as never).update({ documentId, data: { headline: 'Лодки на набережной' }, status: 'published' } as never);

    const changed = { '1.txt': pageText({ title: 'Выставка лодок открылась', paragraphs: ['Теперь и вечером.', 'До конца сентября.'] }) };
    const foretold = await app.importPages(changed, { dryRun: true });
    const report = await app.importPages(changed);

    for (const told of [foretold, report])
      expect(told.pages.find(({ action }) => action === 'update')?.conflicts).toEqual([
        { field: 'title', editor: 'Лодки на набережной', page: 'Выставка лодок открылась' },
      ]);
    for (const [version] of [await drafts(), await readers()]) {
      expect(version).toMatchObject({ headline: 'Лодки на набережной' });
      expect(textOf(version?.['content'])).toContain('Теперь и вечером.');
    }
    const foretoldUndo = await app.importer.undo({ run: report.run ?? 0, dryRun: true, by: 'test' });
    const undone = await app.importer.undo({ run: report.run ?? 0, dryRun: false, by: 'test' });
    expect(undone.counts).toEqual(foretoldUndo.counts);
    for (const [version] of [await drafts(), await readers()]) {
      expect(version).toMatchObject({ headline: 'Лодки на набережной' });
      expect(textOf(version?.['content'])).toContain('до конца августа');
    }
  });

  it('is undone, but for what an editor has changed', async () => {
    const request = { run: first.run ?? 0, by: 'test' };
    const foretold = await app.importer.undo({ ...request, dryRun: true });
    const undone = await app.importer.undo({ ...request, dryRun: false });
    expect(undone.counts).toEqual(foretold.counts);
    expect(await drafts()).toMatchObject([{ headline: 'Лодки на набережной' }]);
    expect(await readers()).toHaveLength(1);
    expect(await rowsIn(app.strapi, 'api::topic.topic')).toEqual([]);
  });

  it('refuses to start with types that are not there, or that do not fit, and names each', () => {
    const { config } = app.strapi;
    const fitting: unknown = config.get('plugin::importer.content');
    const check = (content: object) => {
      config.set('plugin::importer.content', content);
      try {
        checkContentTypes(app.strapi);
        return [];
      } catch (error) {
        return String(error).split('\n');
      } finally {
        config.set('plugin::importer.content', fitting);
      }
    };
    const fields = { title: 'headline', body: 'address', datePublished: 'published', tags: 'topics', cover: 'picture' };
    const tag = { uid: 'api::section.section', fields: { name: 'title' } };
    const partner = { uid: 'api::topic.topic', fields: { name: 'posts' } };

    expect(check({ article: { uid: POST, fields }, tag, partner, site: null })).toEqual([
      "Error: The importer can't write the content types of its configuration:",
      '- content.article.fields.body: api::post.post has in address uid; expected blocks',
      '- content.article.fields.datePublished: api::post.post has no field published; expected datetime',
      '- content.article.fields.tags: api::post.post has in topics a relation (manyToMany) to api::topic.topic; expected a relation to many of api::section.section',
      '- content.partner.fields.name: api::topic.topic has in posts a relation (manyToMany) to api::post.post; expected string or text',
      "- content.partner: api::topic.topic requires label, which imports don't always fill; expected it not to be required, or to have a default",
      '- content.views.uid: there is no content type api::views.view-count; expected one of this application, or null to leave it out',
    ]);
    expect(check({ article: { uid: 'api::story.story', fields }, ...{ site: null, partner: null, views: null } })).toEqual([
      "Error: The importer can't write the content types of its configuration:",
      expect.stringContaining('there is no content type api::story.story; expected one of this application'),
      expect.stringContaining('there is no content type api::tag.tag'),
    ]);
    expect(check(fitting as object)).toEqual([]);
  });
});
