import type { SeenStories } from './plan/seen-stories';
import type { OpenRun } from './store';

/** Learns from the ledger which stories an interrupted run had met, on the pages that it had done. */
export async function recallStories(pages: readonly string[], run: OpenRun, seen: SeenStories): Promise<void> {
  for (const { storyKey } of (await run.lookUpPages(pages)).values()) if (storyKey !== '') seen.add(storyKey);
}
