import type { Entry, SiteEntryAction } from '../../../../../shared/contracts/runs';

const SITE: readonly string[] = ['site', 'partner', 'category'] satisfies readonly SiteEntryAction[];

/** Whether an entry is about a page. What was done for the site itself has no text to show, and is no article. */
export const isPage = ({ action }: Entry): boolean => !SITE.includes(action);
