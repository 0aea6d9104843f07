import { useCallback } from 'react';
import { useWords } from '../translations/use-words';
import { REASONS } from './reasons';
import { isField, useFieldWords } from './use-field-words';
import { useKindWords } from './use-kind-words';

/** Says why something was done with a page. What has no words yet is shown as the server says it. */
export function useReasonWords(): (reason: string) => string {
  const say = useWords();
  const sayField = useFieldWords();
  const sayKind = useKindWords();
  return useCallback(
    (reason: string) => {
      const sayFields = (names: string) =>
        names
          .split(', ')
          .map((name) => (isField(name) ? sayField(name) : name))
          .join(', ');
      const sayValue = (value: string, named: string) => {
        if (value === 'fields') return sayFields(named);
        if (value === 'kind') return sayKind(named);
        return value === 'count' ? Number(named) : named;
      };
      const sayPart = (part: string) => {
        for (const { said, word, value } of REASONS) {
          const found = said.exec(part);
          if (found === null) continue;
          const [, named = ''] = found;
          if (value === undefined) return say(word);
          return say(word, { [value]: sayValue(value, named) });
        }
        return part;
      };
      const whole = reason.split('; ').map(sayPart).join('; ');
      return whole.charAt(0).toLocaleUpperCase() + whole.slice(1);
    },
    [say, sayField, sayKind],
  );
}
