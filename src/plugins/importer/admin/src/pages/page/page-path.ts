/** The panel's addresses of a page of a run: what became of it, and where it is corrected. */
export const pagePath = (run: number, page: string) => `/plugins/importer/runs/${run}/page?name=${encodeURIComponent(page)}`;

export const correctPath = (run: number, page: string) => `/plugins/importer/inbox/correct?run=${run}&name=${encodeURIComponent(page)}`;
