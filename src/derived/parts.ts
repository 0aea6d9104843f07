import type { DerivedPart, Dialect } from './derived-part';
import { mostRead } from './most-read/most-read';
import { publishedArticles } from './published/published-articles';
import { searchIndex } from '../search/index/search-index';

/** Everything that triggers keep, in the order in which it is made: a part may read those before it. */
export const derivedParts = (dialect: Dialect): readonly DerivedPart[] => [
  publishedArticles(dialect),
  mostRead(dialect),
  searchIndex(dialect),
];
