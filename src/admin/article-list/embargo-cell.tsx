import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';

/** What the server tells of a published article that readers do not see yet. */
export interface Embargo {
  readonly from: string;
  readonly timeZone: string;
}

/** Until when an article is held back, in the site's time. */
export function useEmbargoWords(): (id: 'newsroom.embargo.from' | 'newsroom.embargo.told', embargo: Embargo) => string {
  const intl = useIntl();
  return (id, { from, timeZone }) => {
    const at = intl.formatDate(from, { dateStyle: 'medium', timeStyle: 'short', timeZone });
    return intl.formatMessage({ id, defaultMessage: '{at}, {timeZone}' }, { at, timeZone });
  };
}

/** The date of an article that readers see from then on. */
export function EmbargoCell(embargo: Embargo) {
  const say = useEmbargoWords();
  return (
    <Typography textColor="warning700" style={{ whiteSpace: 'normal' }}>
      {say('newsroom.embargo.from', embargo)}
    </Typography>
  );
}
