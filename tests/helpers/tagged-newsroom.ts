import { rowsOf } from '../../src/plugins/importer/server/src/database/rows';
import { type Newsroom, startNewsroom } from './newsroom';

export const ARTICLE = 'api::article.article';

/** Articles of the tagged newsroom, a day each. */
export const DAYS = 12;

/** What every article's tags and authors look like in answers of the news API. */
export const TAGS = [
  { name: 'Sea', slug: 'sea' },
  { name: 'Boats', slug: 'boats' },
];
export const AUTHORS = [
  { name: 'Nina Mayak', slug: 'nina-mayak' },
  { name: 'Əli Ləpə', slug: 'eli-lepe' },
];

export const dayOf = (day: number) => `2021-06-${String(day).padStart(2, '0')}T06:15:00.000Z`;

interface Open {
  newsroom: Newsroom;
  readonly ids: string[];
  readonly tags: string[];
  readonly authors: string[];
}

/** A newsroom of articles that have tags, authors, a cover and a category each, in English; `tags[2]` is on no article. */
export function useTaggedNewsroom(): Open {
  const open: Open = { newsroom: undefined as unknown as Newsroom, ids: [], tags: [], authors: [] };

  beforeAll(async () => {
    open.newsroom = await startNewsroom();
    const { strapi } = open.newsroom;
    const make = async (uid: 'api::tag.tag' | 'api::author.author' | 'api::category.category', name: string) =>
      (await strapi.documents(uid).create({ data: { name }, locale: 'en' })).documentId;
    // Not in the order in which articles have them.
    for (const name of ['Boats', 'Sea', 'Nowhere']) open.tags.push(await make('api::tag.tag', name));
    for (const name of ['Əli Ləpə', 'Nina Mayak']) open.authors.push(await make('api::author.author', name));
    const category = await make('api::category.category', 'Harbour');
    const file = { name: 'sea.png', url: '/uploads/sea.png', hash: 'sea', ext: '.png', mime: 'image/png', size: 1, provider: 'local' };
    const cover = await rowsOf<{ id: number }>(strapi, 'plugin::upload.file').create({ data: { ...file, width: 640, height: 480 } });
    const [boats, sea] = open.tags;
    const linked = { category, cover: cover.id, tags: [sea, boats], authors: [...open.authors].reverse() };
    for (let day = 1; day <= DAYS; day += 1) {
      const own = { title: `Day ${day}`, lead: 'A lighthouse', byline: `By ${day}`, originalUrl: `https://old.example/${day}` };
      const dates = { datePublished: dayOf(day), dateModified: dayOf(day + 1) };
      const data = { ...own, ...dates, ...linked } as never;
      open.ids.push((await strapi.documents(ARTICLE).create({ data, locale: 'en', status: 'published' })).documentId);
    }
    await strapi.db.connection('view_counts').insert({ document_id: 'count', article: open.ids[DAYS - 1], views: 7 });
  });

  afterAll(() => open.newsroom.stop());

  return open;
}
