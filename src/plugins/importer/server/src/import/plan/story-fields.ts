import { JsonText } from '../../bulk/content/json-text';
import { readBody, writeBody } from '../blocks';
import type { SiteProfile } from '../profile';
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

/** What is not written of a story, by the field that articles don't have. A story keeps its address: pages are known by it. */
const NOT_WRITTEN = {
  lead: { description: null },
  dateModified: { dateModified: null },
  byline: { byline: null },
  category: { category: null },
  tags: { tags: [] },
  authors: { authors: [] },
  views: { views: null },
  originalUrl: {},
} as const satisfies Record<NonNullable<SiteProfile['articles']>['unheld'][number], Partial<ToldStory>>;

/** A story as the articles of a site hold it. Where they have no language, it has none. */
export function heldStory(story: ToldStory, articles: SiteProfile['articles']): ToldStory {
  if (articles === undefined) return story;
  const held = Object.assign({ ...story }, ...articles.unheld.map((field) => NOT_WRITTEN[field])) as ToldStory;
  return articles.localized ? held : { ...held, locale: '' };
}

/** The paragraphs of a story's text, with an empty line between them. */
export const textOfBody = ({ body }: ToldStory): string => readBody(body).join('\n\n');

/** What a story says in each field that is no document of its own. */
export function storyValues({ title, lead, body, datePublished, dateModified, byline, originalUrl }: WholeStory) {
  return { title, lead, body: new JsonText(body), datePublished, dateModified, byline, originalUrl } as const;
}
