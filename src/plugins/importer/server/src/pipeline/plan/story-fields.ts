import type { WholeStory } from '../story';

/** The fields of an article that an import writes of a story. An article's slug is made once, with the article. */
export const STORY_FIELDS = ['title', 'lead', 'body', 'datePublished', 'category'] as const;

export type StoryField = (typeof STORY_FIELDS)[number];

/** A paragraph as Strapi's blocks hold it. */
export interface Block {
  readonly type: 'paragraph';
  readonly children: readonly [{ readonly type: 'text'; readonly text: string }];
}

export const toBlocks = (paragraphs: readonly string[]): Block[] =>
  paragraphs.map((text) => ({ type: 'paragraph', children: [{ type: 'text', text }] }));

/** What a story says in each field, the rubric by its name. */
export function storyValues({ title, datePublished, category, paragraphs }: WholeStory) {
  return { title, lead: paragraphs[0] ?? '', body: toBlocks(paragraphs), datePublished, category } as const;
}
