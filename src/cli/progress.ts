import { Format, SingleBar } from 'cli-progress';

export interface Progress {
  readonly onProgress: (done: number, total: number) => void;
  stop(): void;
}

/** A progress bar on standard error with rate and remaining time, or nothing where that is no terminal. */
export function createProgress(): Progress {
  if (!process.stderr.isTTY) return { onProgress: () => undefined, stop: () => undefined };

  const started = Date.now();
  const bar = new SingleBar({
    format: (options, parameters, payload: { rate?: string }) => {
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

  return {
    onProgress(done, total) {
      if (!running) bar.start(total, 0);
      running = true;
      bar.update(done, { rate: (done / Math.max(0.001, (Date.now() - started) / 1000)).toFixed(0) });
    },
    stop() {
      if (running) bar.stop();
    },
  };
}
