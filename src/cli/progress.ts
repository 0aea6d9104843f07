import { Format, SingleBar } from 'cli-progress';

export interface Progress {
  /** @param total null while it is not known yet: pages are being counted. */
  readonly onProgress: (done: number, total: number | null) => void;
  stop(): void;
}

/** A progress bar on standard error with rate and remaining time, or nothing where that is no terminal. */
export function createProgress(): Progress {
  if (!process.stderr.isTTY) return { onProgress: () => undefined, stop: () => undefined };

  const bar = new SingleBar({
    format: (options, parameters, payload: { rate?: string; counting?: boolean }) => {
      if (payload.counting) return `${parameters.value} pages found…`;
      const filled = Format.BarFormat(parameters.progress, options);
      const remaining = parameters.eta >= 0 && Number.isFinite(parameters.eta) ? Format.TimeFormat(parameters.eta, options, 1) : '?';
      return `${filled} ${parameters.value}/${parameters.total} pages, ${payload.rate ?? '?'} pages/s, ${remaining} left`;
    },
    barCompleteChar: '█',
    barIncompleteChar: '░',
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
  });
  let running = false;
  let started: number | null = null;

  return {
    onProgress(done, total) {
      if (!running) bar.start(total ?? 0, 0, { counting: total === null });
      running = true;
      if (total === null) {
        bar.update(done, { counting: true });
        return;
      }
      // Counting is no part of the rate.
      if (started === null) bar.start(total, 0, { counting: false });
      started ??= Date.now();
      bar.update(done, { counting: false, rate: (done / Math.max(0.001, (Date.now() - started) / 1000)).toFixed(0) });
    },
    stop() {
      if (running) bar.stop();
    },
  };
}
