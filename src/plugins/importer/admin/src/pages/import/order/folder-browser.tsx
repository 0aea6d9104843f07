import { Button, Flex, Typography } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { useState } from 'react';
import type { ServerFolder } from '../../../../../shared/contracts/imports';
import { PageTurner } from '../../../parts/page-turner';
import { useRequest } from '../../../requests/use-request';
import { Show } from '../../../states/show';
import { useWords } from '../../../translations/use-words';
import { FolderChoice } from './folder-choice';

const PAGE_SIZE = 50;

interface FolderBrowserProps {
  readonly chosen: string | null;
  readonly onChoose: (path: string) => void;
}

/** Chooses a folder on the server, among those that its configuration allows. */
export function FolderBrowser({ chosen, onChoose }: FolderBrowserProps) {
  const say = useWords();
  const [way, setWay] = useState<readonly ServerFolder[]>([]);
  const [page, setPage] = useState(1);
  const query = { below: way.at(-1)?.path, page, pageSize: PAGE_SIZE };
  const requested = useRequest('GET /folders', { query });
  const go = (to: readonly ServerFolder[]) => {
    setWay(to);
    setPage(1);
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      {way.length > 0 && (
        <Flex gap={3} wrap="wrap">
          <Button variant="tertiary" startIcon={<ArrowLeft />} onClick={() => go(way.slice(0, -1))}>
            {say('importer.imports.folder.up')}
          </Button>
          <Typography fontWeight="semiBold">{way.map(({ name }) => name).join(' / ')}</Typography>
        </Flex>
      )}
      <Show requested={requested}>
        {(list) =>
          list.total === 0 ? (
            <Typography textColor="neutral600">{say('importer.imports.folder.none')}</Typography>
          ) : (
            <>
              <FolderChoice folders={list.items} chosen={chosen} onChoose={onChoose} onOpen={(folder) => go([...way, folder])} />
              <PageTurner list={list} onTurn={setPage} />
            </>
          )
        }
      </Show>
    </Flex>
  );
}
