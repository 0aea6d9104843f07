import { Button } from '@strapi/design-system';
import { ClockCounterClockwise } from '@strapi/icons';
import { useNavigate } from 'react-router-dom';
import { useTellingSend } from '../../../requests/use-telling-send';
import { useWords } from '../../../translations/use-words';

interface UndoPreviewButtonProps {
  readonly id: number;
  /** Stands among many of its kind: is smaller, and names its run to who hears it only. */
  readonly isInList?: boolean;
}

/** Shows what undoing a run would do. Nothing is undone yet. */
export function UndoPreviewButton({ id, isInList = false }: UndoPreviewButtonProps) {
  const say = useWords();
  const navigate = useNavigate();
  const { send, isSending } = useTellingSend();
  const start = async () => {
    const started = await send('POST /runs/:id/undo-previews', { params: { id } });
    if (started !== null) navigate(`/plugins/importer/runs/${started.id}`);
  };
  return (
    <Button
      variant="tertiary"
      size={isInList ? 'S' : 'M'}
      startIcon={<ClockCounterClockwise />}
      loading={isSending}
      aria-label={isInList ? say('importer.runs.undo.named', { id }) : undefined}
      onClick={() => void start()}
    >
      {say('importer.runs.undo')}
    </Button>
  );
}
