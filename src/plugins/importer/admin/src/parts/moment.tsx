import { useIntl } from 'react-intl';

/** A date with its time, as the person's language writes it. */
export function Moment({ at }: { readonly at: string }) {
  const intl = useIntl();
  return <time dateTime={at}>{intl.formatDate(at, { dateStyle: 'medium', timeStyle: 'short' })}</time>;
}
