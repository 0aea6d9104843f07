/** What is done in processes of their own. Each loads what it needs only when it is asked for: memory is measured too. */
export const TASKS = {
  'prepare-database': async () => (await import('./tasks/prepare-database.js')).prepareDatabase,
  'import-pages': async () => (await import('./tasks/import-pages.js')).importPages,
  'create-documents': async () => (await import('./tasks/create-documents.js')).createDocuments,
  'export-articles': async () => (await import('./tasks/export-articles.js')).exportArticles,
  'transfer-data': async () => (await import('./tasks/transfer-data.js')).transferData,
  'write-rows': async () => (await import('./tasks/write-rows.js')).writeRows,
  'serve-and-import': async () => (await import('./tasks/serve-and-import.js')).serveAndImport,
  'send-requests': async () => (await import('./tasks/send-requests.js')).sendRequests,
};

export type TaskName = keyof typeof TASKS;

type Perform<Name extends TaskName> = Awaited<ReturnType<(typeof TASKS)[Name]>>;

export type TaskRequest<Name extends TaskName> = Parameters<Perform<Name>>[0];
export type TaskAnswer<Name extends TaskName> = Awaited<ReturnType<Perform<Name>>>;
