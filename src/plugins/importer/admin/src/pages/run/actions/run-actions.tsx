import { Flex } from '@strapi/design-system';
import { type Run, STEERING } from '../../../../../shared/contracts/runs';
import { useAllowed } from '../../../requests/use-allowed';
import { goesOn } from '../poll-run';
import { ImportNow } from './import-now';
import { SteerRun } from './steer-run';
import { UndoNow } from './undo-now';
import { UndoPreviewButton } from './undo-preview-button';

interface RunActionsProps {
  readonly run: Run;
  readonly reload: () => void;
}

/** What the person may do with a run, as it stands now. */
export function RunActions({ run, reload }: RunActionsProps) {
  const may = useAllowed();
  const isFinished = run.state === 'finished';
  return (
    <Flex gap={2} wrap="wrap">
      {may[STEERING[run.kind].right] && (goesOn(run) || run.canResume) && <SteerRun run={run} reload={reload} />}
      {may.run && run.kind === 'preview' && isFinished && run.order && <ImportNow order={run.order} />}
      {may.undo && run.kind === 'undo-preview' && isFinished && run.undoes !== null && <UndoNow id={run.undoes} />}
      {may.undo && run.canUndo && <UndoPreviewButton id={run.id} />}
    </Flex>
  );
}
