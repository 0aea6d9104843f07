/** What is done in processes of their own. Each loads what it needs only when it is asked for. */
export const TASKS = {
  'fill-archive': async () => (await import('./tasks/fill-archive.js')).fillArchive,
  'sum-views': async () => (await import('./tasks/sum-views.js')).sumViews,
  'send-loads': async () => (await import('./tasks/send-loads.js')).sendLoads,
  serve: async () => (await import('./tasks/serve.js')).serve,
};

export type TaskName = keyof typeof TASKS;

type Perform<Name extends TaskName> = Awaited<ReturnType<(typeof TASKS)[Name]>>;

export type TaskRequest<Name extends TaskName> = Parameters<Perform<Name>>[0];
export type TaskAnswer<Name extends TaskName> = Awaited<ReturnType<Perform<Name>>>;
