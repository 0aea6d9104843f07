import type { Newsroom } from './newsroom';

/** A story as tests tell it; `body` becomes one paragraph. */
export interface TestStory {
  readonly title: string;
  readonly body?: string;
  readonly lead?: string;
  readonly locale?: string;
  readonly datePublished?: string;
  readonly category?: string;
}

const paragraphs = (text: string) => text.split('\n').map((line) => ({ type: 'paragraph', children: [{ type: 'text', text: line }] }));

/** Publishes a story with the Document Service, as the panel does. @returns its document id. */
export async function publishStory(
  { strapi }: Pick<Newsroom, 'strapi'>,
  { title, body, locale = 'en', ...others }: TestStory,
): Promise<string> {
  const data = { title, ...(body === undefined ? {} : { body: paragraphs(body) }), ...others };
  const { documentId } = await strapi.documents('api::article.article').create({ data: data as never, locale, status: 'published' });
  return documentId;
}

/** Publishes a story whose date was taken away, as one that came out before dates were given. @returns its document id. */
export async function publishUndated(newsroom: Newsroom, story: TestStory): Promise<string> {
  const documentId = await publishStory(newsroom, story);
  const { locale = 'en' } = story;
  await newsroom.strapi
    .documents('api::article.article')
    .update({ documentId, locale, data: { datePublished: null } as never, status: 'published' });
  return documentId;
}
