import { Button } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { Banner } from '../parts/banner';
import type { Fault } from '../requests/fault';
import { useFaultSentence } from '../requests/use-fault-sentence';
import { useWords } from '../translations/use-words';

/** A part of a page can't be shown, while the others can: says why, and lets people try again. */
export function FaultBanner({ fault, retry }: { readonly fault: Fault; readonly retry: () => void }) {
  const say = useWords();
  const describe = useFaultSentence();
  return (
    <Banner
      tone="danger"
      action={
        <Button variant="secondary" size="S" startIcon={<ArrowClockwise />} onClick={retry}>
          {say('importer.common.retry')}
        </Button>
      }
    >
      {describe(fault)}
    </Banner>
  );
}
