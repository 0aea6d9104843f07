/** The panel's addresses of a page of a run: what became of it, and where it is mended. */
export const pagePath = (run: number, page: string) => `/plugins/importer/runs/${run}/page?name=${encodeURIComponent(page)}`;

export const mendPath = (run: number, page: string) => `/plugins/importer/inbox/mend?run=${run}&name=${encodeURIComponent(page)}`;
