/** What somebody may be allowed to do, by the action that Strapi's roles know it by. */
export const PERMISSIONS = {
  /** See runs, their pages, the inbox and the history. */
  view: 'plugin::importer.view',
  /** Upload pages, see what an import of them would do, and see previews. */
  preview: 'plugin::importer.preview',
  /** Upload pages, import, pause, resume and cancel, and see imports. */
  run: 'plugin::importer.run',
  /** Correct pages, leave them out, settle conflicts, and keep rules; see the inbox and imports. */
  correct: 'plugin::importer.correct',
  /** Take back what a run did; see the history, imports and undoings. */
  undo: 'plugin::importer.undo',
} as const;

export type Permission = keyof typeof PERMISSIONS;

/** Rights each of which lets somebody see a part of the importer. None needs another one: what it allows to do can be seen with it, too. */
export const SEEING = {
  /** What an import can be ordered with, and uploads. */
  order: ['preview', 'run'],
  history: ['view', 'undo'],
  inbox: ['view', 'correct'],
  /** Runs by their numbers, and their pages: which, tells `SEEING_RUN`. */
  runs: ['view', 'preview', 'run', 'correct', 'undo'],
} as const satisfies Readonly<Record<string, readonly Permission[]>>;
