import { type Newsroom, startNewsroom } from './newsroom';

const ARTICLE = 'api::article.article';

/** A part of every headline that the public must not see. */
export const SECRET = 'Never to be read';

/**
 * A newsroom with one published article and three drafts: one of its own, one behind the published article, and one in
 * another language of it; and with two partners, of which one is not active.
 */
export function usePublicNewsroom() {
  const open = { newsroom: undefined as unknown as Newsroom, published: '' };

  beforeAll(async () => {
    open.newsroom = await startNewsroom();
    const { documents } = open.newsroom.strapi;
    const category = await documents('api::category.category').create({ data: { name: 'Culture' }, locale: 'en' });
    const data = { title: 'For all to read', datePublished: '2021-06-05T06:15:00.000Z', category: category.documentId };
    const article = await documents(ARTICLE).create({ data, locale: 'en', status: 'published' });
    open.published = article.documentId;
    await documents(ARTICLE).create({ data: { title: `${SECRET} 1`, category: category.documentId }, locale: 'en' });
    await documents(ARTICLE).update({ documentId: open.published, locale: 'en', data: { title: `${SECRET} 2` } });
    await documents(ARTICLE).update({ documentId: open.published, locale: 'ru', data: { title: `${SECRET} 3` } });
    for (const [name, active] of [
      ['Seen', true],
      ['Hidden', false],
    ] as const) {
      await documents('api::partner-link.partner-link').create({ data: { name, active } });
    }
  });

  afterAll(() => open.newsroom.stop());

  return open;
}
