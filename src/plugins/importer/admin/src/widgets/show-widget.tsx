import { Widget } from '@strapi/strapi/admin';
import type { ReactNode } from 'react';
import { isForbidden } from '../requests/fault';
import { useFaultSentence } from '../requests/use-fault-sentence';
import type { Requested } from '../requests/use-request';

interface ShowWidgetProps<Data> {
  readonly requested: Requested<Data>;
  /** Says that there is nothing yet. */
  readonly empty: string;
  readonly isEmpty: (data: Data) => boolean;
  readonly children: (data: Data) => ReactNode;
}

/** What a widget shows, or why it shows nothing. */
export function ShowWidget<Data>({ requested: { data, fault, isLoading }, empty, isEmpty, children }: ShowWidgetProps<Data>) {
  const describe = useFaultSentence();
  if (isLoading) return <Widget.Loading />;
  if (fault !== null && data === null)
    return isForbidden(fault) ? <Widget.NoPermissions /> : <Widget.Error>{describe(fault)}</Widget.Error>;
  if (data === null || isEmpty(data)) return <Widget.NoData>{empty}</Widget.NoData>;
  return <>{children(data)}</>;
}
