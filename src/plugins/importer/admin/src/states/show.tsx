import type { ReactNode } from 'react';
import { LostConnection } from '../parts/lost-connection';
import type { Requested } from '../requests/use-request';
import { Failed } from './failed';
import { Loading } from './loading';

interface ShowProps<Data> {
  readonly requested: Requested<Data>;
  readonly children: (data: Data) => ReactNode;
}

/** Shows what was asked for, or that it is loading, or why it can't be shown. */
export function Show<Data>({ requested, children }: ShowProps<Data>) {
  const { data, fault, reload, isLost } = requested;
  if (data === null) return fault === null ? <Loading /> : <Failed fault={fault} retry={reload} />;
  if (fault !== null && !isLost) return <Failed fault={fault} retry={reload} />;
  return (
    <>
      {isLost && <LostConnection />}
      {children(data)}
    </>
  );
}
