import { Flex, Typography } from '@strapi/design-system';
import { FormattedDate, FormattedTime } from 'react-intl';

/** A date with its time and zone below. Strapi's own cell spells out the weekday and pushes the columns after it out of view. */
export function DateCell({ date }: { readonly date?: string | null }) {
  if (!date) return <Typography textColor="neutral800">-</Typography>;
  return (
    <Flex direction="column" alignItems="flex-start">
      <Typography textColor="neutral800">
        <FormattedDate value={date} dateStyle="medium" />
      </Typography>
      <Typography textColor="neutral600" variant="pi">
        <FormattedTime value={date} hour="numeric" minute="2-digit" timeZoneName="short" />
      </Typography>
    </Flex>
  );
}
