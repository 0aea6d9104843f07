import { createSketchIndex } from './sketch-index';
import { type NearDuplicates, NO_NEAR_DUPLICATES } from '../report/near-duplicates';
import type { Counts } from '../report/tally';
import type { OpenRun, Teller } from '../store';

const LISTED_GROUPS = 200;
const LISTED_PAGES = 20;

/** The groups of stories, by their ids, that a run has added to. */
async function groupsOf(run: OpenRun, pause: () => Promise<void>): Promise<number[][]> {
  const index = createSketchIndex();
  const ids: number[] = [];
  const isNew: boolean[] = [];
  for await (const sketched of run.sketches()) {
    for (const story of sketched) {
      index.add(story.sketch);
      ids.push(story.id);
      isNew.push(story.isNew);
    }
  }
  const groups = (await index.groups(pause)).filter((group) => group.some((number) => isNew[number]));
  return groups.map((group) => group.flatMap((number) => ids[number] ?? []));
}

const isOfSeveral = (group: readonly Teller[]) => new Set(group.map(({ page, documentId }) => documentId ?? page)).size > 1;

/**
 * Articles that differ in few words, where this run has made or changed one of them, or read its page anew.
 *
 * @param pause lets others go on meanwhile.
 */
export async function findNearDuplicates(run: OpenRun, { created, updated }: Counts, pause: () => Promise<void>): Promise<NearDuplicates> {
  if (created + updated === 0) return NO_NEAR_DUPLICATES;
  const found = await groupsOf(run, pause);
  const tellers = await run.tellersOf(found.flat());
  const groups = found.map((ids) => ids.flatMap((id) => tellers.get(id) ?? [])).filter(isOfSeveral);
  const listed = groups.slice(0, LISTED_GROUPS).map((group) => ({ pages: group.slice(0, LISTED_PAGES), size: group.length }));
  return { count: groups.length, groups: listed };
}
