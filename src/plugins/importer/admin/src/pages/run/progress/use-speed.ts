import { useEffect, useState } from 'react';
import type { Run } from '../../../../../shared/contracts/runs';
import { measureSpeed, remember, type Sample } from './measure-speed';

/** Pages a second, as they were counted while somebody looked on; null where that can't be told yet. */
export function useSpeed(run: Run): number | null {
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  useEffect(() => {
    if (run.state === 'running') setSamples((last) => remember(last, { at: performance.now(), position: run.position }));
    else setSamples([]);
  }, [run]);
  return measureSpeed(samples);
}
