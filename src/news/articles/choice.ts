import { someOf } from '../parameters';

/** An article's own fields, as lists can hold them. */
const FIELDS = ['locale', 'title', 'slug', 'lead', 'datePublished', 'dateModified', 'byline', 'originalUrl', 'views'] as const;

/** What an article is linked to. */
export const LINKED = ['category', 'tags', 'authors', 'cover'] as const;

export type Field = (typeof FIELDS)[number] | 'body';
export type Linked = (typeof LINKED)[number];

/** What a request has chosen of articles, each in the order of the lists above. Undefined is the usual answer. */
export interface Choice {
  readonly fields?: readonly Field[] | undefined;
  readonly populate?: readonly Linked[] | undefined;
}

const choiceAmong = (fields: readonly Field[]) => ({
  fields: someOf(fields)
    .optional()
    .describe(`Fields of the answer, with commas between them: ${fields.join(', ')}, or *. The document id is always there`),
  populate: someOf(LINKED)
    .optional()
    .describe(`What of an article's links the answer holds, with commas between them: ${LINKED.join(', ')}, or *`),
});

/** Parameters of routes that answer with lists of articles. */
export const listChoice = choiceAmong(FIELDS);

/** Parameters of a route that answers with a whole article. */
export const wholeChoice = choiceAmong([...FIELDS, 'body']);

/** Category and cover stand in the usual answer, whatever else the public may ask for. */
const NEEDED: Readonly<Partial<Record<Linked, string>>> = { tags: 'api::tag.tag.find', authors: 'api::author.author.find' };

/** The permissions that a choice needs. */
export const neededFor = ({ populate = [] }: Choice): string[] => populate.flatMap((name) => NEEDED[name] ?? []);
