import type { WholeStory } from '../story';

/** The fields of an article that an import writes of a story. An article's slug is made once, with the article. */
export const STORY_FIELDS = ['title', 'lead', 'body', 'datePublished', 'category'] as const;

export type StoryField = (typeof STORY_FIELDS)[number];

/** A paragraph as Strapi's blocks hold it, its keys in order. */
interface Block {
  readonly children: readonly [{ readonly text: string; readonly type: 'text' }];
  readonly type: 'paragraph';
}

const toBlocks = (paragraphs: readonly string[]): Block[] =>
  paragraphs.map((text) => ({ children: [{ text, type: 'text' }], type: 'paragraph' }));

/** What a story says in each field, the rubric by its name. */
export function storyValues({ title, datePublished, category, paragraphs }: WholeStory) {
  return { title, lead: paragraphs[0] ?? '', body: toBlocks(paragraphs), datePublished, category } as const;
}
