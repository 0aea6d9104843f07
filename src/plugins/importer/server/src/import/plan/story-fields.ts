import { JsonText } from '../../bulk/content/json-text';
import type { Story, ToldStory, WholeStory } from '../story';
import { readBody, writeBody } from './body';

/** The fields of an article that an import writes of a story. An article's slug is made once, with the article. */
export const STORY_FIELDS = ['title', 'lead', 'body', 'datePublished', 'category'] as const;

export type StoryField = (typeof STORY_FIELDS)[number];

/** A longer first paragraph is a text without paragraphs, and no lead: lists, feeds and the search would carry all of it. */
const LONGEST_LEAD = 2000;

const FIRST_HALF_OF_PAIR = /[\uD800-\uDBFF]$/;

/** The beginning of a long text, up to the end of a word. */
function leadOf(paragraph: string): string {
  if (paragraph.length <= LONGEST_LEAD) return paragraph;
  const beginning = paragraph.slice(0, LONGEST_LEAD - 1);
  const words = beginning.slice(0, beginning.lastIndexOf(' ')) || beginning.replace(FIRST_HALF_OF_PAIR, '');
  return `${words}…`;
}

/** A story as an import carries it. */
export function tellStory({ title, datePublished, category, views, locale, site, paragraphs }: Story): ToldStory {
  return { title, datePublished, category, views, locale, site, lead: leadOf(paragraphs[0] ?? ''), body: writeBody(paragraphs) };
}

/** The paragraphs of a story's text, with an empty line between them. */
export const textOfBody = ({ body }: ToldStory): string => readBody(body).join('\n\n');

/** What a story says in each field, the rubric by its name. */
export function storyValues({ title, lead, body, datePublished, category }: WholeStory) {
  return { title, lead, body: new JsonText(body), datePublished, category } as const;
}
