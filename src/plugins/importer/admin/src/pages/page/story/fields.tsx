import type { ReactNode } from 'react';
import { FormattedDisplayName, FormattedNumber } from 'react-intl';
import type { LinePart, RecognisedStory } from '../../../../../shared/contracts/pages';
import { Moment } from '../../../parts/moment';
import type { Word } from '../../../translations/use-words';
import { PageLink } from './blocks/page-link';

/** What both sides tell of an article. */
export type Shown = Omit<RecognisedStory, 'confidence'>;

interface ShortField {
  readonly name: Exclude<keyof Shown, 'body'>;
  /** What its lines gave, and what it has its name and its confidence from. */
  readonly part: LinePart;
  /** Its own name, where it shares its lines with another field. */
  readonly word?: Word;
  /** Many pages have none: nothing is said then. */
  readonly isRare?: true;
  /** What it says, and is compared by; null where it says nothing. */
  readonly read: (of: Shown) => string | null;
  /** How that is written, where it is not written as it is. */
  readonly write?: (value: string) => ReactNode;
}

const writeMoment = (at: string) => <Moment at={at} />;

const listed = (names: readonly string[]) => (names.length === 0 ? null : names.join(', '));

/** The fields of an article but its text, in the order in which they are shown. */
export const SHORT_FIELDS: readonly ShortField[] = [
  { name: 'title', part: 'title', read: ({ title }) => title },
  { name: 'datePublished', part: 'datePublished', read: ({ datePublished }) => datePublished, write: writeMoment },
  { name: 'dateModified', part: 'dateModified', isRare: true, read: ({ dateModified }) => dateModified, write: writeMoment },
  { name: 'category', part: 'category', read: ({ category }) => category },
  { name: 'tags', part: 'tags', isRare: true, read: ({ tags }) => listed(tags) },
  { name: 'byline', part: 'byline', isRare: true, read: ({ byline }) => byline },
  {
    name: 'authors',
    part: 'byline',
    word: 'importer.pages.part.authors',
    isRare: true,
    read: ({ authors }) => listed(authors),
  },
  {
    name: 'originalUrl',
    part: 'originalUrl',
    isRare: true,
    read: ({ originalUrl }) => originalUrl,
    write: (url) => <PageLink url={url} />,
  },
  { name: 'locale', part: 'locale', read: ({ locale }) => locale, write: (code) => <FormattedDisplayName type="language" value={code} /> },
  {
    name: 'views',
    part: 'views',
    read: ({ views }) => (views === null ? null : String(views)),
    write: (count) => <FormattedNumber value={Number(count)} />,
  },
];
