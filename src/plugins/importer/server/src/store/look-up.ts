import { addressOf, type ReadPage } from '../import/plan/decide';
import type { Known, LedgerItem } from '../import/plan/ledger';
import { isWhole } from '../import/story';
import type { ChunkParts } from './chunk/chunk-writing';
import { READ_TOGETHER } from './articles';
import { lastOfEach } from './ledger';
import { together } from './together';

const nameOf = ({ page }: LedgerItem) => page;
const pathOf = ({ pathBelow }: Pick<LedgerItem, 'pathBelow'>) => pathBelow ?? '';

/** Keys of the paths of some pages; none that two of them have, as it tells nothing then. Pages that are as they were need none. */
function pathsOf(pages: readonly ReadPage[]): Set<string> {
  const [once, again] = [new Set<string>(), new Set<string>()];
  for (const { pathBelow, recognised } of pages) {
    if (pathBelow !== null && recognised !== null) (once.has(pathBelow) ? again : once).add(pathBelow);
  }
  return new Set([...once].filter((key) => !again.has(key)));
}

/** Items of pages in quarantine, by page name: each page's own, or that of one with the same path and bytes elsewhere. */
function withoutDocument(
  pages: readonly ReadPage[],
  ofPages: readonly LedgerItem[],
  ofPaths: readonly LedgerItem[],
): Map<string, LedgerItem> {
  const isWithout = ({ targetId }: LedgerItem) => targetId === '';
  const own = new Map(ofPages.filter(isWithout).map((item) => [item.page, item]));
  const elsewhere = new Map(ofPaths.filter(isWithout).map((item) => [pathOf(item), item]));
  const found = pages.flatMap(({ page, pathBelow, pageHash }) => {
    const item = own.get(page) ?? elsewhere.get(pathBelow ?? '');
    return item !== undefined && (item.page === page || (pageHash !== null && item.pageHash === pageHash)) ? [[page, item] as const] : [];
  });
  return new Map(found);
}

/**
 * All that is known about the pages of a chunk, in a fixed number of look-ups.
 *
 * @param hasLeft tells of an item's page that it tells another story by now, which the ledger does not know.
 */
export async function lookUp(
  pages: readonly ReadPage[],
  { ledger, articles, terms }: ChunkParts,
  hasLeft: (item: LedgerItem) => boolean = () => false,
): Promise<Known> {
  const stories = pages.flatMap(({ recognised }) => (recognised !== null && isWhole(recognised.story) ? [recognised.story] : []));
  const storyKeys = pages.flatMap(({ recognised }) => recognised?.prints?.storyKey ?? []);

  const addresses = pages.flatMap(({ recognised }) => (recognised === null ? [] : (addressOf(recognised) ?? [])));
  const [ofPages, ofPaths, tellingThem, ofAddresses, found] = await together([
    ledger.ofPages(pages.map(({ page }) => page)),
    ledger.ofPaths([...pathsOf(pages)]),
    ledger.ofStories(storyKeys),
    ledger.ofAddresses(addresses),
    terms.find(stories),
  ]);
  const ofStories = tellingThem.filter((item) => item.targetId !== '' && !hasLeft(item));
  const byPage = lastOfEach(ofPages, nameOf);
  const byPath = lastOfEach(
    ofPaths.filter((item) => item.targetId !== '' && !hasLeft(item)),
    pathOf,
  );
  const byAddress = lastOfEach(
    ofAddresses.filter((item) => item.targetId !== '' && !hasLeft(item)),
    ({ address }) => address ?? '',
  );
  // Where several pages tell a story, the first counts.
  const byStory = new Map([...ofStories].reverse().map((item) => [item.storyKey, item]));
  return {
    byPage,
    byPath,
    byStory,
    articles: await articles.current([...byPage.values(), ...byPath.values(), ...byStory.values(), ...byAddress.values()], READ_TOGETHER),
    byAddress,
    terms: found,
    withoutDocument: withoutDocument(pages, ofPages, ofPaths),
  };
}
