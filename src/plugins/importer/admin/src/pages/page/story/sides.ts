import type { PageView } from '../../../../../shared/contracts/pages';
import type { Word } from '../../../translations/use-words';

/** What can stand beside a page's text. */
export type Side = 'story' | 'article';

interface SideWords {
  readonly name: Word;
  /** Comes before what this side says where the other says something else. */
  readonly says: Word;
  /** Marks a part of the text that this side has not. */
  readonly lacks: Word;
  /** Counts parts of the text that only this side has. */
  readonly only: Word;
}

export const SIDES: Readonly<Record<Side, SideWords>> = {
  story: {
    name: 'importer.pages.side.story',
    says: 'importer.pages.page-says',
    lacks: 'importer.pages.not-on-page',
    only: 'importer.pages.only-on-page',
  },
  article: {
    name: 'importer.pages.article',
    says: 'importer.pages.article-says',
    lacks: 'importer.pages.not-in-article',
    only: 'importer.pages.only-in-article',
  },
};

export const otherThan = (side: Side): Side => (side === 'story' ? 'article' : 'story');

/** What is looked at first: of a preview what was recognised, of an import what became of it; the other where there is only that. */
export function firstSide({ run, story, article }: PageView): Side {
  if (article === null) return 'story';
  return run.kind === 'preview' && story !== null ? 'story' : 'article';
}
