/** What somebody may be allowed to do, by the action that Strapi's roles know it by. */
export const PERMISSIONS = {
  /** See runs, their pages, the inbox and the history. */
  view: 'plugin::importer.view',
  /** Upload pages, and see what an import of them would do. */
  preview: 'plugin::importer.preview',
  /** Import, pause, resume and cancel. */
  run: 'plugin::importer.run',
  /** Mend pages, leave them out, settle conflicts, and keep rules. */
  correct: 'plugin::importer.correct',
  /** Take back what a run did. */
  undo: 'plugin::importer.undo',
} as const;

export type Permission = keyof typeof PERMISSIONS;
