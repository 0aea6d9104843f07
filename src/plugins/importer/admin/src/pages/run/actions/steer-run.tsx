import { Button } from '@strapi/design-system';
import { Play, Stop } from '@strapi/icons';
import type { Run } from '../../../../../shared/contracts/runs';
import { ConfirmButton } from '../../../parts/confirm-button';
import { Pause } from '../../../parts/pause-icon';
import { useTellingSend } from '../../../requests/use-telling-send';
import { useWords } from '../../../translations/use-words';

interface SteerRunProps {
  readonly run: Run;
  readonly reload: () => void;
}

/** Pauses a run, lets it go on, or ends it. */
export function SteerRun({ run, reload }: SteerRunProps) {
  const say = useWords();
  const { send, isSending } = useTellingSend();
  const steer = (how: 'pause' | 'resume' | 'cancel') => async () => {
    await send<Run>('POST', `/importer/runs/${run.id}/${how}`);
    reload();
  };
  return (
    <>
      {run.state === 'running' && (
        <Button variant="secondary" startIcon={<Pause />} disabled={isSending} onClick={() => void steer('pause')()}>
          {say('importer.runs.pause')}
        </Button>
      )}
      {run.state === 'paused' && (
        <Button startIcon={<Play />} disabled={isSending} onClick={() => void steer('resume')()}>
          {say('importer.runs.resume')}
        </Button>
      )}
      <ConfirmButton
        variant="danger-light"
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
