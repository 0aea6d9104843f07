import type { ReactNode } from 'react';
import type { Requested } from '../requests/use-request';
import { Failed } from './failed';
import { useWords } from '../translations/use-words';
import { Banner } from '../parts/banner';
import { Flex, Loader } from '@strapi/design-system';

/** Stands where something will be. */
export function Loading() {
  const say = useWords();
  return (
    <Flex justifyContent="center" padding={8}>
      <Loader>{say('importer.common.loading')}</Loader>
    </Flex>
  );
}

/** Shown above data that may be out of date, while the server is asked again. */
function LostConnection() {
  const say = useWords();
  return <Banner tone="warning">{say('importer.common.connection-lost')}</Banner>;
}

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
