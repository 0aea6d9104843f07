import type { Entry, SiteEntryAction } from '../../../../../shared/contracts/runs';

const SITE: readonly string[] = ['site', 'partner', 'category'] satisfies readonly SiteEntryAction[];

/** What the ledger calls that which is no page: `@category/en/Transport`, say. An undoing removes or keeps it as it does pages. */
const isOfSite = ({ page }: Entry) => /^@(?:site|partner|category)\//.test(page);

/** Whether an entry is about a page. What was done for the site itself has no text to show, and is no article. */
export const isPage = (entry: Entry): boolean => !SITE.includes(entry.action) && !isOfSite(entry);
