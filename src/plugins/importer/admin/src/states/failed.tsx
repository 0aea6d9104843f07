import { Button } from '@strapi/design-system';
import { ArrowClockwise, WarningCircle } from '@strapi/icons';
import { type Fault, isForbidden } from '../requests/fault';
import { useFaultSentence } from '../requests/use-fault-sentence';
import { useWords } from '../translations/use-words';
import { NotAllowed } from './not-allowed';
import { Notice } from './notice';

/** Nothing can be shown; says why, in the server's words, and lets people try again. */
export function Failed({ fault, retry }: { readonly fault: Fault; readonly retry: () => void }) {
  const say = useWords();
  const describe = useFaultSentence();
  if (isForbidden(fault)) return <NotAllowed />;
  return (
    <Notice
      isUrgent
      icon={<WarningCircle width="4rem" height="4rem" fill="danger600" />}
      title={say(fault.status === 404 ? 'importer.common.not-found' : 'importer.common.failed')}
      action={
        <Button variant="secondary" startIcon={<ArrowClockwise />} onClick={retry}>
          {say('importer.common.retry')}
        </Button>
      }
    >
      {describe(fault)}
    </Notice>
  );
}
