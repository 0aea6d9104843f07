import { JsonText } from '../../bulk/content/json-text';
import type { Story, ToldStory, WholeStory } from '../story';

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

const [encoder, decoder] = [new TextEncoder(), new TextDecoder()];

/** A story as an import carries it. */
export function tellStory({ paragraphs, provenance: _provenance, ...story }: Story): ToldStory {
  return { ...story, lead: paragraphs[0] ?? '', body: encoder.encode(JSON.stringify(toBlocks(paragraphs))) };
}

/** The paragraphs of a story's text, with an empty line between them. */
export function textOfBody({ body }: ToldStory): string {
  const blocks = JSON.parse(decoder.decode(body)) as readonly Block[];
  return blocks.map(({ children: [{ text }] }) => text).join('\n\n');
}

/** What a story says in each field, the rubric by its name. */
export function storyValues({ title, lead, body, datePublished, category }: WholeStory) {
  return { title, lead, body: new JsonText(body), datePublished, category } as const;
}
