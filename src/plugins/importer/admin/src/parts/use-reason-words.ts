import { useCallback } from 'react';
import type { Reason, Reasoned } from '../../../shared/contracts/reasons';
import { useWords } from '../translations/use-words';
import { isField, useFieldWords } from './use-field-words';

/** Says why something was done with a page. What an older importer has done is shown as the server says it. */
export function useReasonWords(): (reasoned: Reasoned) => string {
  const say = useWords();
  const sayField = useFieldWords();
  return useCallback(
    ({ reasons, reason }: Reasoned) => {
      const sayValue = (value: string | number | readonly string[]) =>
        typeof value === 'object' ? value.map((name) => (isField(name) ? sayField(name) : name)).join(', ') : value;
      const sayReason = ({ code, values }: Reason) => {
        const said = Object.entries<string | number | readonly string[]>({ ...values }).map(
          ([name, value]) => [name, sayValue(value)] as const,
        );
        return say(`importer.common.reason.${code}`, Object.fromEntries(said));
      };
      const whole = reasons === null ? reason : reasons.map(sayReason).join('; ');
      return whole.charAt(0).toLocaleUpperCase() + whole.slice(1);
    },
    [say, sayField],
  );
}
