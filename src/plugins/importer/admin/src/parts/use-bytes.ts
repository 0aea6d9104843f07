import { useCallback } from 'react';
import { useIntl } from 'react-intl';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** Says how large something is, in the largest unit that fits. */
export function useBytes(): (bytes: number) => string {
  const intl = useIntl();
  return useCallback(
    (bytes: number) => {
      const power = Math.min(UNITS.length - 1, bytes < 1 ? 0 : Math.floor(Math.log(bytes) / Math.log(1024)));
      const value = bytes / 1024 ** power;
      const maximumFractionDigits = power === 0 || value >= 100 ? 0 : 1;
      return intl.formatNumber(value, { style: 'unit', unit: UNITS[power], unitDisplay: 'short', maximumFractionDigits });
    },
    [intl],
  );
}
