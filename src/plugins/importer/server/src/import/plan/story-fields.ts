import { JsonText } from '../../bulk/content/json-text';
import { readBody, writeBody } from '../blocks';
import type { Story, ToldStory, WholeStory } from '../story';

/** The fields of an article that an import writes of a story. An article's slug is made once, with the article. */
export const STORY_FIELDS = [
  'title',
  'lead',
  'body',
  'datePublished',
  'dateModified',
  'category',
  'tags',
  'byline',
  'authors',
  'originalUrl',
] as const;

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

const isProse = ({ text, markup }: Story['body'][number]) =>
  text !== '' && (markup === undefined || markup.kind === 'paragraph' || markup.kind === 'quote');

/** A story as an import carries it. */
export function tellStory(story: Story): ToldStory {
  const { body, provenance: _provenance, confidence: _confidence, ...fields } = story;
  const first = body.find(isProse) ?? body[0];
  return { ...fields, lead: leadOf(story.description ?? first?.text ?? ''), body: writeBody(body) };
}

/** The paragraphs of a story's text, with an empty line between them. */
export const textOfBody = ({ body }: ToldStory): string => readBody(body).join('\n\n');

/** What a story says in each field that is no document of its own. */
export function storyValues({ title, lead, body, datePublished, dateModified, byline, originalUrl }: WholeStory) {
  return { title, lead, body: new JsonText(body), datePublished, dateModified, byline, originalUrl } as const;
}
