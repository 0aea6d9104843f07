import { Button } from '@strapi/design-system';
import { Upload } from '@strapi/icons';
import { useNavigate } from 'react-router-dom';
import type { ImportOrder } from '../../../../../shared/contracts/imports';
import { useTellingSend } from '../../../requests/use-telling-send';
import { useWords } from '../../../translations/use-words';

/** Does what a preview showed, with the same order. */
export function ImportNow({ order }: { readonly order: ImportOrder }) {
  const say = useWords();
  const navigate = useNavigate();
  const { send, isSending } = useTellingSend();
  const start = async () => {
    const started = await send('POST /runs', { body: order });
    if (started !== null) navigate(`/plugins/importer/runs/${started.id}`);
  };
  return (
    <Button startIcon={<Upload />} loading={isSending} onClick={() => void start()}>
      {say('importer.runs.import-now')}
    </Button>
  );
}
