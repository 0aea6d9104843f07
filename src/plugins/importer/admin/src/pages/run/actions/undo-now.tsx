import { ClockCounterClockwise } from '@strapi/icons';
import { useNavigate } from 'react-router-dom';
import { ConfirmButton } from '../../../parts/confirm-button';
import { useTellingSend } from '../../../requests/use-telling-send';
import { useWords } from '../../../translations/use-words';

/** Undoes the run that a preview was shown of. */
export function UndoNow({ id }: { readonly id: number }) {
  const say = useWords();
  const navigate = useNavigate();
  const { send, isSending } = useTellingSend();
  const undo = async () => {
    const started = await send('POST /runs/:id/undo', { params: { id } });
    if (started !== null) navigate(`/plugins/importer/runs/${started.id}`);
  };
  return (
    <ConfirmButton
      icon={<ClockCounterClockwise />}
      label={say('importer.runs.undo-now')}
      title={say('importer.runs.undo-now.title', { id })}
      question={say('importer.runs.undo-now.question')}
      isDisabled={isSending}
      onConfirm={() => void undo()}
    />
  );
}
