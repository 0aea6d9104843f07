import { useCallback } from 'react';
import type { Message } from '../../../shared/contracts/messages';
import { useIsWord, useWords } from '../translations/use-words';
import { isState, STATES } from './state-badge';
import { useBytes } from './use-bytes';
import { useKindWords } from './use-kind-words';
import { useMomentWords } from './use-moment-words';
import { usePlaceWords } from './use-place-words';
import { useRuleWords } from './use-rule-words';

/** Says what the server says in the person's language. What has no words yet is shown as the server says it. */
export function useMessageWords(): (message: Message) => string {
  const say = useWords();
  const isWord = useIsWord();
  const sayBytes = useBytes();
  const sayRule = useRuleWords();
  const sayMoment = useMomentWords();
  const sayKind = useKindWords();
  const sayPlace = usePlaceWords();
  return useCallback(
    ({ code, values, message }: Message) => {
      const word = `importer.message.${code}`;
      if (!isWord(word)) return message;
      const tell = (name: string, value: string | number) => {
        if (name === 'bytes') return sayBytes(Number(value));
        if (name === 'at') return sayMoment(String(value));
        if (name === 'rule') return sayRule(String(value));
        if (name === 'kind') return sayKind(String(value));
        if (name === 'line' && typeof value === 'string') return `“${sayPlace(value)}”`;
        if (name === 'state' && isState(value)) return say(STATES[value].word);
        return value;
      };
      return say(word, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, tell(name, value)])));
    },
    [say, isWord, sayBytes, sayRule, sayMoment, sayKind, sayPlace],
  );
}
