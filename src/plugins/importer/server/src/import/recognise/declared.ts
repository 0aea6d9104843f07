import { slugOf } from '../../slugs/make-slug';
import type { DateOrder } from '../profile';
import type { Fact, FactName, Origin } from '../read/document';
import { report, type Report } from '../report-problem';
import { warnOfFuture } from './check-page';
import type { Clock } from './dates/clock';
import type { DateOrders } from './dates/date-order';
import type { DateWords } from './dates/date-words';
import { readDate } from './dates/read-date';

/** A value that a document declares, and where. */
export interface Declared<T> {
  readonly value: T;
  readonly origins: readonly Origin[];
  /** How sure it is: a name of a file says less than a declaration. */
  readonly confidence: number;
}

/** What a document declares of its article, as far as it can be used. */
export interface DeclaredFields {
  readonly title: Declared<string> | null;
  readonly datePublished: Declared<string> | null;
  readonly dateModified: Declared<string> | null;
  readonly category: Declared<string> | null;
  readonly tags: Declared<readonly string[]> | null;
  readonly byline: Declared<string> | null;
  readonly authors: readonly string[];
  readonly originalUrl: Declared<string> | null;
  readonly locale: Declared<string> | null;
  readonly slug: string | null;
  readonly description: string | null;
  readonly isDraft: boolean;
  readonly problems: readonly Report[];
}

/** What is needed to read declared values. */
interface DeclaredContext {
  readonly clock: Clock;
  readonly words: DateWords;
  readonly dateOrder: DateOrder | undefined;
  readonly learnt: { readonly dateOrders: DateOrders };
  readonly locales: readonly string[];
}

const CONFIDENCE = { declared: 0.95, fileName: 0.7 } as const;

/** What the columns of names and addresses hold. */
const LONGEST_NAME = 255;
const MOST_NAMES = 50;

const BY = /^(?:by|авторы?|текст|müəllif|mətn)(?!\p{L})[\s:]*/iu;

/** The names in a byline: "By A and B", "Автор: А, Б". */
function namesIn(byline: string): string[] {
  const names = byline
    .replace(BY, '')
    .split(/\s*[,;&]\s*|\s+(?:and|и|və)\s+/u)
    .map((name) => name.trim())
    .filter((name) => name !== '' && name.length <= LONGEST_NAME);
  return [...new Set(names)].slice(0, MOST_NAMES);
}

const confidenceOf = ({ place }: Fact) => (place.startsWith('file name') ? CONFIDENCE.fileName : CONFIDENCE.declared);

/** The language of a site that a document's declaration means: `ru-RU` is `ru`. */
function localeOf(value: string, locales: readonly string[]): string | undefined {
  const code = value.toLowerCase().replaceAll('_', '-');
  return locales.find((locale) => locale.toLowerCase() === code) ?? locales.find((locale) => locale.toLowerCase() === code.split('-')[0]);
}

/** Reads what a document declares about itself. What can't be used is a warning, and the text itself is asked. */
export function readDeclared(facts: readonly Fact[], context: DeclaredContext): DeclaredFields {
  const problems: Report[] = [];
  const of = (name: FactName) => facts.filter((fact) => fact.name === name);
  const lineOf = ({ place, value }: Fact) => `${place}: ${value}`;

  const fits = (fact: Fact) => {
    if (fact.value.length <= LONGEST_NAME) return true;
    problems.push(report.warning('value-too-long', undefined, lineOf(fact), `at most ${LONGEST_NAME} characters; it was left out`));
    return false;
  };
  const first = <T>(name: FactName, read: (fact: Fact) => T | null | undefined): Declared<T> | null => {
    for (const fact of of(name)) {
      const value = read(fact);
      if (value !== null && value !== undefined) return { value, origins: [fact.place], confidence: confidenceOf(fact) };
    }
    return null;
  };
  const dateIn = (fact: Fact) => {
    const iso = readDate(fact.value, context);
    if (iso === null) problems.push(report.warning('date-invalid', undefined, lineOf(fact), 'a date that exists'));
    return iso;
  };

  const datePublished = first('date', dateIn);
  const written = of('date').find(({ place }) => datePublished?.origins.includes(place));
  if (datePublished !== null && written !== undefined)
    problems.push(...warnOfFuture(datePublished.value, undefined, lineOf(written), context.clock));

  const [category, ...otherCategories] = of('category').filter(fits);
  const tagFacts = [...otherCategories, ...of('tag').filter(fits)].slice(0, MOST_NAMES);
  const authors = of('author');
  const byline = authors.map(({ value }) => value).join(', ');
  const hasByline = byline !== '' && byline.length <= LONGEST_NAME;
  if (byline.length > LONGEST_NAME)
    problems.push(report.warning('value-too-long', undefined, byline, `a byline of at most ${LONGEST_NAME} characters; it was left out`));

  return {
    title: first('title', ({ value }) => value),
    datePublished,
    dateModified: first('modified', dateIn),
    category: category === undefined ? null : { value: category.value, origins: [category.place], confidence: confidenceOf(category) },
    tags:
      tagFacts.length === 0
        ? null
        : {
            value: [...new Set(tagFacts.map(({ value }) => value))],
            origins: tagFacts.map(({ place }) => place),
            confidence: CONFIDENCE.declared,
          },
    byline: hasByline ? { value: byline, origins: authors.map(({ place }) => place), confidence: CONFIDENCE.declared } : null,
    authors: [...new Set(authors.flatMap(({ value }) => namesIn(value)))].slice(0, MOST_NAMES),
    originalUrl: first('address', (fact) =>
      /^https?:\/\//iu.test(fact.value) && URL.canParse(fact.value) && fits(fact) ? fact.value : null,
    ),
    locale: first('language', ({ value }) => localeOf(value, context.locales)),
    slug: first('slug', ({ value }) => slugOf(value, '') || null)?.value ?? null,
    description: of('description')[0]?.value ?? null,
    isDraft: of('draft').length > 0,
    problems,
  };
}
