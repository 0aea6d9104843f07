import { useCallback } from 'react';
import { isField } from '../parts/use-field-words';
import { useFieldLabels } from '../parts/use-field-labels';
import { useMessageWords } from '../parts/use-message-words';
import { useWords } from '../translations/use-words';
import { type Fault, isForbidden } from './fault';
import type { FieldMessage } from './read-refusal';

/** Puts a fault into sentences for people, in their language: what the server says, where it says something. */
export function useFaultSentence(): (fault: Fault) => string {
  const say = useWords();
  const sayMessage = useMessageWords();
  const sayField = useFieldLabels();
  return useCallback(
    (fault: Fault) => {
      const tell = (message: FieldMessage) => {
        const field = message.path[1];
        return field !== undefined && isField(field) ? `${sayField(field)}: ${sayMessage(message)}` : sayMessage(message);
      };
      if (isForbidden(fault)) return say('importer.common.not-allowed');
      if (fault.messages.length > 0) return fault.messages.map(tell).join(' ');
      return say(fault.status === 500 ? 'importer.common.server-failed' : 'importer.common.unreachable');
    },
    [say, sayMessage, sayField],
  );
}
