import { Flex, Typography } from '@strapi/design-system';
import type { Run } from '../../../../../shared/contracts/runs';
import { PanelBox } from '../../../parts/panel-box';
import { ProgressBar } from '../../../parts/progress-bar';
import { useDuration } from '../../../parts/use-duration';
import { useWords } from '../../../translations/use-words';
import { goesOn } from '../poll-run';
import { useEffect, useState } from 'react';
import { measureSpeed, remember, type Sample } from './measure-speed';

/** Pages a second, as they were counted while somebody looked on; null where that can't be told yet. */
function useSpeed(run: Run): number | null {
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  useEffect(() => {
    if (run.state === 'running') setSamples((last) => remember(last, { at: performance.now(), position: run.position }));
    else setSamples([]);
  }, [run]);
  return measureSpeed(samples);
}

/** How far a run is, how fast it goes, and how long it will take. Nothing, once it has ended. */
export function Progress({ run }: { readonly run: Run }) {
  const say = useWords();
  const sayDuration = useDuration();
  const speed = useSpeed(run);
  if (!goesOn(run)) return null;

  const { position, total } = run;
  const percent = total === null || total === 0 ? 0 : Math.min(100, Math.floor((position / total) * 100));
  const remaining = speed === null || total === null ? null : ((total - position) / speed) * 1000;
  return (
    <PanelBox title={say('importer.runs.progress.title')}>
      <ProgressBar percent={percent} label={say('importer.runs.progress.title')} />
      <Flex gap={6} wrap="wrap">
        <Typography fontWeight="semiBold">
          {total === null
            ? say('importer.runs.progress.counting', { position })
            : say('importer.runs.progress.position', { position, total, percent })}
        </Typography>
        {run.state === 'running' && total !== null && (
          <Typography textColor="neutral600">
            {speed === null
              ? say('importer.runs.progress.measuring')
              : say('importer.runs.progress.speed', { speed: speed < 10 ? Math.round(speed * 10) / 10 : Math.round(speed) })}
          </Typography>
        )}
        {remaining !== null && (
          <Typography textColor="neutral600">
            {say('importer.runs.progress.remaining', { time: sayDuration(roughly(remaining)) })}
          </Typography>
        )}
      </Flex>
    </PanelBox>
  );
}

/** Nobody wants to see seconds jump: what takes longer is shown less exactly. */
function roughly(milliseconds: number): number {
  const step = milliseconds > 600_000 ? 60_000 : milliseconds > 60_000 ? 10_000 : 1000;
  return Math.max(1, Math.ceil(milliseconds / step)) * step;
}
