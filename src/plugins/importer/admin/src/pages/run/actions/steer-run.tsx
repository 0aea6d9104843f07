import { Button, Typography } from '@strapi/design-system';
import { Play, Stop } from '@strapi/icons';
import { useEffect, useState } from 'react';
import { type Run, type Steering, STEERING } from '../../../../../shared/contracts/runs';
import { ConfirmButton } from '../../../parts/confirm-button';
import { Pause } from '../../../parts/pause-icon';
import { useTellingSend } from '../../../requests/use-telling-send';
import { useWords, type Word } from '../../../translations/use-words';

/** What is shown until it has happened: a run ends the chunk that it is at before it stops. */
const WAITING: Readonly<Record<Steering, Word>> = {
  pause: 'importer.runs.pausing',
  resume: 'importer.runs.resuming',
  cancel: 'importer.runs.cancelling',
};

interface SteerRunProps {
  readonly run: Run;
  readonly reload: () => void;
}

/** Pauses a run, lets it go on, or ends it. */
export function SteerRun({ run, reload }: SteerRunProps) {
  const say = useWords();
  const { send, isSending } = useTellingSend();
  const [asked, setAsked] = useState<Steering | null>(null);
  useEffect(() => {
    setAsked(null);
  }, [run.state]);

  const steer = (next: Steering) => async () => {
    const changed = await send(`POST /${STEERING[run.kind].at}/:id/${next}`, { params: { id: run.id } });
    if (changed !== null && changed.state === run.state) setAsked(next);
    reload();
  };
  if (asked !== null) {
    return (
      <Typography role="status" textColor="neutral600">
        {say(WAITING[asked])}
      </Typography>
    );
  }
  return (
    <>
      {run.state === 'running' && (
        <Button variant="secondary" startIcon={<Pause />} disabled={isSending} onClick={() => void steer('pause')()}>
          {say('importer.runs.pause')}
        </Button>
      )}
      {run.canResume && (
        <Button startIcon={<Play />} disabled={isSending} onClick={() => void steer('resume')()}>
          {say('importer.runs.resume')}
        </Button>
      )}
      <ConfirmButton
        icon={<Stop />}
        label={say('importer.runs.cancel')}
        title={say('importer.runs.cancel.title')}
        question={say(run.kind === 'import' ? 'importer.runs.cancel.question' : 'importer.runs.cancel.question-preview')}
        isDisabled={isSending}
        onConfirm={() => void steer('cancel')()}
      />
    </>
  );
}
