import { fingerprint } from '../pipeline/plan/fingerprint';
import type { ReadPage } from '../pipeline/plan/decide';
import type { LedgerItem } from '../pipeline/plan/ledger';
import { isWhole } from '../pipeline/story';
import type { ChunkKnown, ChunkParts } from './chunk/chunk-writing';
import { READ_TOGETHER } from './articles';
import { lastOfEach } from './ledger';
import { together } from './together';

const nameOf = ({ page }: LedgerItem) => page;

/**
 * All that is known about the pages of a chunk, in a fixed number of look-ups.
 *
 * @param hasLeft tells of an item's page that it tells another story by now, which the ledger does not know.
 */
export async function lookUp(
  pages: readonly ReadPage[],
  { ledger, articles, rubrics }: ChunkParts,
  hasLeft: (item: LedgerItem) => boolean = () => false,
): Promise<ChunkKnown> {
  const stories = pages.flatMap(({ recognised }) => (recognised !== null && isWhole(recognised.story) ? [recognised.story] : []));
  const storyKeys = pages.flatMap(({ recognised }) => recognised?.prints?.storyKey ?? []);

  const [ofPages, tellingThem, rubricIds] = await together([
    ledger.ofPages(pages.map(({ page }) => page)),
    ledger.ofStories(storyKeys),
    rubrics.find(stories),
  ]);
  const ofStories = tellingThem.filter((item) => item.targetId !== '' && !hasLeft(item));
  const byPage = lastOfEach(ofPages, nameOf);
  // Where several pages tell a story, the first counts.
  const byStory = new Map([...ofStories].reverse().map((item) => [item.storyKey, item]));
  return {
    byPage,
    byStory,
    articles: await articles.current([...byPage.values(), ...byStory.values()], READ_TOGETHER),
    rubrics: new Map([...rubricIds].map(([key, documentId]) => [key, fingerprint(documentId)])),
    rubricIds,
    withoutDocument: new Map(ofPages.filter(({ targetId }) => targetId === '').map((item) => [item.page, item])),
  };
}
