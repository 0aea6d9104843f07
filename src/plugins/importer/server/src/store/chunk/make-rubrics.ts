import { rubricKey } from '../../import/plan/ledger';
import type { Create, Update } from '../../import/plan/plan-entry';
import type { ChunkKnown, ChunkWriting } from './chunk-writing';

export interface MissingRubric {
  readonly name: string;
  readonly locale: string;
}

/** The rubrics that some stories name and that do not exist yet, by `rubricKey`. */
export function missingRubrics(stories: readonly (Create | Update)[], isThere: (key: string) => boolean): Map<string, MissingRubric> {
  const missing = new Map<string, MissingRubric>();
  for (const { story } of stories) {
    const { category: name, locale } = story;
    if (name !== null && !isThere(rubricKey(name, locale))) missing.set(rubricKey(name, locale), { name, locale });
  }
  return missing;
}

/** Documents of all rubrics that some stories name, by `rubricKey`. Those that do not exist yet are made. */
export async function makeRubrics(
  stories: readonly (Create | Update)[],
  { rubricIds }: ChunkKnown,
  { rubrics, run }: ChunkWriting,
): Promise<ReadonlyMap<string, string>> {
  const missing = missingRubrics(stories, (key) => rubricIds.has(key));
  return missing.size === 0 ? rubricIds : new Map([...rubricIds, ...(await rubrics.make([...missing.values()], run))]);
}
