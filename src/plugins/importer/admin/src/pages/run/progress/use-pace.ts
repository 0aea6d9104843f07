import { useEffect, useState } from 'react';
import type { Run } from '../../../../../shared/contracts/runs';
import { measurePace, remember, type Sample } from './measure-pace';

/** Pages a second, as they were counted while somebody looked on; null where that can't be told yet. */
export function usePace(run: Run): number | null {
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  useEffect(() => {
    if (run.state === 'running') setSamples((last) => remember(last, { at: performance.now(), position: run.position }));
    else setSamples([]);
  }, [run]);
  return measurePace(samples);
}
