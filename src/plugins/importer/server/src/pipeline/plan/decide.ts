import { isError, type Problem } from '../problem';
import type { Recognition } from '../recognise/recogniser';
import { isWhole, type WholeStory } from '../story';
import { contentHash, fingerprint, storyKey } from './fingerprint';
import { articleKey, type CurrentArticle, type Known, type LedgerItem } from './ledger';

interface Entry {
  /** What the ledger knows the page by. */
  readonly page: string;
  readonly path: string;
  readonly reason: string;
  readonly problems: readonly Problem[];
}

/** A story with the fingerprints that the ledger keeps of it. */
export interface PlannedStory {
  readonly story: WholeStory;
  readonly storyKey: string;
  readonly contentHash: string;
}

/** What is to happen to a page. Made by `decide`, carried out by the store, and never changed on the way. */
export type PlanEntry =
  | (Entry & PlannedStory & { readonly action: 'create' })
  | (Entry & PlannedStory & { readonly action: 'update'; readonly target: CurrentArticle })
  | (Entry & PlannedStory & { readonly action: 'duplicate'; readonly original: string })
  | (Entry & PlannedStory & { readonly action: 'unchanged'; readonly targetId: string })
  | (Entry & PlannedStory & { readonly action: 'keep'; readonly targetId: string; readonly fields: readonly string[] })
  | (Entry & { readonly action: 'quarantine' });

export type Action = PlanEntry['action'];

/** The pages of this run that a story was first met on, by story key. */
export type Seen = Map<string, string>;

/** The fields of an article that are not as the import left them. Publishing a draft is no change of it; unpublishing is. */
function changedFields(item: LedgerItem, current: CurrentArticle): string[] {
  const versions = current.publishedFields === null ? [current.fields] : [current.fields, current.publishedFields];
  const changed = versions.flatMap((version) => Object.keys(version).filter((name) => version[name] !== item.written[name]));
  const fields = [...new Set(changed)];
  return item.published && current.publishedFields === null ? [...fields, 'publishedAt'] : fields;
}

function decideKnown(entry: Entry & PlannedStory, item: LedgerItem, current: CurrentArticle | undefined): PlanEntry {
  const { targetId } = item;
  if (current === undefined) return { ...entry, action: 'keep', targetId, fields: [], reason: 'an editor removed the article' };

  const fields = changedFields(item, current);
  if (fields.length > 0) return { ...entry, action: 'keep', targetId, fields, reason: `an editor changed ${fields.join(', ')}` };

  const isSame = item.contentHash === entry.contentHash;
  if (isSame) return { ...entry, action: 'unchanged', targetId, reason: 'the page is as it was' };
  return { ...entry, action: 'update', target: current, reason: 'the page has changed' };
}

/**
 * A page may be corrected, but when headline and date are both others, another page has taken its place. One that is now
 * in another language is another article too.
 */
function tellsSameStory(item: LedgerItem, { story }: PlannedStory): boolean {
  if (item.targetLocale !== story.locale) return false;
  const { title, datePublished } = item.written;
  return title === fingerprint(story.title) || datePublished === fingerprint(story.datePublished);
}

/**
 * Decides what is to happen to a page. Pure but for `seen`, which it adds the story to.
 *
 * The page's own item in the ledger comes first, if it tells the same story. Then one of the same story under another
 * name, so that an archive that was moved or numbered anew is known again. Last its own item with another text.
 */
export function decide({ page, story, problems }: Recognition, known: Known, seen: Seen): PlanEntry {
  const base = { page: page.name, path: page.path, problems };
  if (problems.some(isError) || !isWhole(story)) return { ...base, action: 'quarantine', reason: 'the page has errors' };

  const planned = { story, storyKey: storyKey(story), contentHash: contentHash(story) };
  const entry = { ...base, ...planned, reason: '' };
  const first = seen.get(planned.storyKey);
  seen.set(planned.storyKey, first ?? page.name);
  const follow = (item: LedgerItem) => decideKnown(entry, item, known.articles.get(articleKey(item.targetId, item.targetLocale)));

  const own = known.byPage.get(page.name);
  if (own?.storyKey === planned.storyKey) return follow(own);
  if (first !== undefined) return { ...entry, action: 'duplicate', original: first, reason: `the same story as ${first}` };

  const moved = known.byStory.get(planned.storyKey);
  if (moved !== undefined) {
    const decided = follow(moved);
    return decided.action === 'unchanged' ? { ...decided, reason: `the same story as ${moved.page}` } : decided;
  }
  if (own !== undefined && tellsSameStory(own, planned)) return follow(own);
  return { ...entry, action: 'create', reason: 'the page is new' };
}
