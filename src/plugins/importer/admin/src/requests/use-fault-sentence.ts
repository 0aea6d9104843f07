import { useCallback } from 'react';
import { useWords } from '../translations/use-words';
import { type Fault, isForbidden } from './fault';

/** Puts a fault into a sentence for people: the server's own where there is one. */
export function useFaultSentence(): (fault: Fault) => string {
  const say = useWords();
  return useCallback(
    (fault: Fault) => {
      if (isForbidden(fault)) return say('importer.common.not-allowed');
      if (fault.sentence !== null) return fault.sentence;
      return say(fault.status === 500 ? 'importer.common.server-failed' : 'importer.common.unreachable');
    },
    [say],
  );
}
