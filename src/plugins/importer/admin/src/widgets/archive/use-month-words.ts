import { useCallback } from 'react';
import { useIntl } from 'react-intl';

/** Says `2023-09` as people do: "September 2023". */
export function useMonthWords(): (month: string) => string {
  const intl = useIntl();
  return useCallback(
    (month: string) => intl.formatDate(`${month}-15T12:00:00Z`, { month: 'long', year: 'numeric', timeZone: 'UTC' }),
    [intl],
  );
}
