import { rubricKey } from '../../pipeline/plan/ledger';
import type { Create, Update } from '../../pipeline/plan/plan-entry';
import type { ChunkKnown, ChunkWriting } from './chunk-writing';

/** Documents of all rubrics that some stories name, by `rubricKey`. Those that do not exist yet are made. */
export async function makeRubrics(
  stories: readonly (Create | Update)[],
  { rubricIds }: ChunkKnown,
  { rubrics, run }: ChunkWriting,
): Promise<ReadonlyMap<string, string>> {
  const missing = new Map<string, { readonly name: string; readonly locale: string }>();
  for (const { story } of stories) {
    const { category: name, locale } = story;
    if (name !== null && !rubricIds.has(rubricKey(name, locale))) missing.set(rubricKey(name, locale), { name, locale });
  }
  return missing.size === 0 ? rubricIds : new Map([...rubricIds, ...(await rubrics.make([...missing.values()], run))]);
}
