import { placeMark } from './met-stories';
import type { SeenStories } from './seen-stories';
import type { OpenRun } from '../store';

/** Learns from the ledger which stories an interrupted run had met, on the pages that it had done, and at which paths and addresses. */
export async function recallStories(pages: readonly string[], paths: readonly string[], run: OpenRun, seen: SeenStories): Promise<void> {
  for (const path of paths) seen.add(placeMark('path', path));
  for (const { storyKey, address } of (await run.lookUpPages(pages)).values()) {
    if (storyKey !== '') seen.add(storyKey);
    if (address) seen.add(placeMark('address', address));
  }
}
