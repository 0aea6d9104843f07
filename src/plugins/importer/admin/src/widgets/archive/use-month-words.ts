import { useCallback } from 'react';
import { useIntl } from 'react-intl';

/** Says `2023-09` as people do: "September 2023", or "Sep 2023" where there is little room. */
export function useMonthWords(length: 'long' | 'short' = 'long'): (month: string) => string {
  const intl = useIntl();
  return useCallback(
    (month: string) => intl.formatDate(`${month}-15T12:00:00Z`, { month: length, year: 'numeric', timeZone: 'UTC' }),
    [intl, length],
  );
}
