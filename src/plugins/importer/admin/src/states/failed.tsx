import { Button } from '@strapi/design-system';
import { ArrowClockwise, WarningCircle } from '@strapi/icons';
import { type Fault, isForbidden } from '../requests/fault';
import { useFaultSentence } from '../requests/use-fault-sentence';
import { useWords } from '../translations/use-words';
import { Notice } from './notice';
import { EmptyPermissions } from '@strapi/icons/symbols';

/** The person's role lacks what this needs. */
function NotAllowed() {
  const say = useWords();
  return (
    <Notice icon={<EmptyPermissions width="12rem" height="8rem" />} title={say('importer.common.not-allowed')}>
      {say('importer.common.ask-administrator')}
    </Notice>
  );
}

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
