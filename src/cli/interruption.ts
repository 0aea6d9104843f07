const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * A signal that is aborted when the process is told to end, in place of Strapi's own handling, which ends it in the middle of
 * things. Told a second time, the process ends at once.
 */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const name of SIGNALS) {
    process.removeAllListeners(name);
    process.once(name, () => controller.abort());
  }
  return controller.signal;
}
