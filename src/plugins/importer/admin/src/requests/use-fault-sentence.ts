import { useCallback } from 'react';
import { isField } from '../parts/use-field-words';
import { useFieldLabels } from '../parts/use-field-labels';
import { useSayingWords } from '../parts/use-saying-words';
import { useWords } from '../translations/use-words';
import { type Fault, isForbidden } from './fault';
import type { Told } from './read-refusal';

/** Puts a fault into sentences for people, in their language: what the server says, where it says something. */
export function useFaultSentence(): (fault: Fault) => string {
  const say = useWords();
  const saySaying = useSayingWords();
  const sayField = useFieldLabels();
  return useCallback(
    (fault: Fault) => {
      const tell = (told: Told) => {
        const field = told.path[1];
        return field !== undefined && isField(field) ? `${sayField(field)}: ${saySaying(told)}` : saySaying(told);
      };
      if (isForbidden(fault)) return say('importer.common.not-allowed');
      if (fault.told.length > 0) return fault.told.map(tell).join(' ');
      return say(fault.status === 500 ? 'importer.common.server-failed' : 'importer.common.unreachable');
    },
    [say, saySaying, sayField],
  );
}
