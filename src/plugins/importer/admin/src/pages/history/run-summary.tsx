import { Flex, Typography } from '@strapi/design-system';
import { FormattedNumber } from 'react-intl';
import type { Run } from '../../../../shared/contracts/runs';
import { useRunCounts } from '../../parts/use-run-counts';

/** A run's numbers in short: those that are not nought. */
export function RunSummary({ run }: { readonly run: Run }) {
  const counts = useRunCounts(run).filter(({ value }) => value > 0);
  return (
    <Flex tag="ul" gap={2} wrap="wrap">
      {counts.map(({ name, label, value, detail }) => (
        <li key={name}>
          <Typography variant="pi" textColor="neutral600">
            {label}:{' '}
            <Typography variant="pi" fontWeight="bold" textColor="neutral800">
              <FormattedNumber value={value} />
            </Typography>
            {detail !== undefined && ` (${detail})`}
          </Typography>
        </li>
      ))}
    </Flex>
  );
}
