import { createSketchIndex } from './recognise/near-duplicates/sketch-index';
import { type NearDuplicateGroup, type NearDuplicates, NO_NEAR_DUPLICATES } from './report/near-duplicates';
import type { Counts } from './report/tally';
import type { OpenRun } from './store';

const LISTED_GROUPS = 200;
const LISTED_PAGES = 20;

type Member = NearDuplicateGroup['pages'][number];

/** The groups of sketches, by their numbers, that a run has added to. */
async function groupsOf(run: OpenRun, pause: () => Promise<void>): Promise<number[][]> {
  const index = createSketchIndex();
  const isNew: boolean[] = [];
  for await (const sketched of run.sketches()) {
    index.add(sketched.sketch);
    isNew.push(sketched.isNew);
  }
  return (await index.groups(pause)).filter((group) => group.some((number) => isNew[number]));
}

/** Goes through the sketches once more for the names of those that are in a group: the others need not be kept. */
async function membersOf(groups: readonly number[][], run: OpenRun): Promise<Member[][]> {
  const places = new Map(groups.flatMap((group, place) => group.map((number) => [number, place] as const)));
  const members = groups.map((): Member[] => []);
  let number = 0;
  for await (const { page, documentId } of run.sketches()) {
    members[places.get(number) ?? -1]?.push({ page, documentId });
    number += 1;
  }
  return members;
}

const isOfSeveral = (group: readonly Member[]) => new Set(group.map(({ page, documentId }) => documentId ?? page)).size > 1;

/**
 * Articles that are told with few words changed, where this run has made or changed one of them, or read its page anew.
 *
 * @param pause lets others go on meanwhile.
 */
export async function findNearDuplicates(run: OpenRun, { created, updated }: Counts, pause: () => Promise<void>): Promise<NearDuplicates> {
  if (created + updated === 0) return NO_NEAR_DUPLICATES;
  const groups = (await membersOf(await groupsOf(run, pause), run)).filter(isOfSeveral);
  const listed = groups.slice(0, LISTED_GROUPS).map((group) => ({ pages: group.slice(0, LISTED_PAGES), size: group.length }));
  return { count: groups.length, groups: listed };
}
