import type { Problem, Rule, Severity } from './problem';
import type { Line } from './read/document';
import { wellFormed } from './read/tidy-text';

/** A problem before it is known which page it is about. */
export type Report = Omit<Problem, 'page'>;

const MEANING: Record<Rule, string> = {
  unreadable: 'The page could not be read',
  'page-too-large': 'The page is too large',
  'link-unfollowed': 'The link was not followed',
  'name-unsafe': 'The name is not safe',
  'name-duplicate': 'The archive holds two pages of one name, and the first counts',
  'archive-too-large': 'The archive unpacks to too much, and was read only so far',
  'page-empty': 'The page holds no text',
  binary: 'The page is no text in any known encoding',
  'format-unread': "The file is of a kind that can't be read yet, and was skipped",
  'front-matter-invalid': 'What the document declares about itself could not be read',
  encoding: 'Letters of the page could not be read',
  'language-missing': 'The page is in a language that the site does not have',
  'headline-missing': 'The page has no headline',
  'headline-too-long': 'The headline is too long, and was shortened',
  'body-missing': 'The page has no body',
  'date-missing': 'The page has no date',
  'date-invalid': 'The date does not exist',
  'date-order-unclear': 'Day and month of the date can be told apart in two ways',
  'time-skipped': 'The time does not exist: the clocks went forward over it',
  'date-in-future': 'The date is in the future, and readers see the article only from then on',
  'views-too-large': 'The count of views is too large',
  'views-unclear': 'A number beside the date may be the count of views or another',
  'value-too-long': 'A value is too long for its field',
  'site-text-too-long': 'A text of the site is too long, and was left out',
  'site-data-invalid': 'The site data could not be used',
  'write-failed': 'The article could not be written',
};

/** What a report quotes of a page, at most. */
const LONGEST_QUOTE = 120;

const quote = (text: string) => (text.length <= LONGEST_QUOTE ? text : `${wellFormed(text.slice(0, LONGEST_QUOTE))}…`);

function make(severity: Severity, rule: Rule, line: Line | undefined, found: string, expected: string): Report {
  const message = `${MEANING[rule]}: found ${quote(found)}, expected ${expected}.`;
  return { rule, severity, line: line?.number ?? null, found: quote(found), expected, message };
}

/** Makes problems: an error keeps a page out, a warning does not. */
export const report = {
  error: (rule: Rule, line: Line | undefined, found: string, expected: string) => make('error', rule, line, found, expected),
  warning: (rule: Rule, line: Line | undefined, found: string, expected: string) => make('warning', rule, line, found, expected),
};
