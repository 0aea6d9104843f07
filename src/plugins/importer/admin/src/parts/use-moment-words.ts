import { useCallback } from 'react';
import { useIntl } from 'react-intl';

/** Says a date with its time and the zone that both are given in, as the person's language writes them. */
export function useMomentWords(): (at: string) => string {
  const intl = useIntl();
  return useCallback(
    (at: string) =>
      intl.formatDate(at, {
        ...{ year: 'numeric', month: 'short', day: 'numeric' },
        ...{ hour: 'numeric', minute: '2-digit', timeZoneName: 'short' },
      }),
    [intl],
  );
}
