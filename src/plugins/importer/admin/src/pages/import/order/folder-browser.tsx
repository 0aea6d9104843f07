import { Button, Flex, Radio, Typography } from '@strapi/design-system';
import { ArrowLeft, ChevronRight } from '@strapi/icons';
import { useState } from 'react';
import type { ImportOptions, ServerFolder } from '../../../../../shared/contracts/imports';
import { useRequest } from '../../../requests/use-request';
import { Show } from '../../../states/show';
import { useWords } from '../../../translations/use-words';

interface FolderBrowserProps {
  readonly chosen: string | null;
  readonly onChoose: (path: string) => void;
}

/** Chooses a folder on the server, among those that its configuration allows. */
export function FolderBrowser({ chosen, onChoose }: FolderBrowserProps) {
  const say = useWords();
  const [way, setWay] = useState<readonly ServerFolder[]>([]);
  const here = way.at(-1);
  const below = here === undefined ? '' : `?below=${encodeURIComponent(here.path)}`;
  const requested = useRequest<ImportOptions>(`/importer/options${below}`);

  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      {here && (
        <Flex gap={3} wrap="wrap">
          <Button
            variant="tertiary"
            startIcon={<ArrowLeft />}
            onClick={() => {
              setWay(way.slice(0, -1));
            }}
          >
            {say('importer.imports.folder.up')}
          </Button>
          <Typography fontWeight="semiBold">{way.map(({ name }) => name).join(' / ')}</Typography>
        </Flex>
      )}
      <Show requested={requested}>
        {({ folders }) =>
          folders.length === 0 ? (
            <Typography textColor="neutral600">{say('importer.imports.folder.none')}</Typography>
          ) : (
            <Radio.Group aria-label={say('importer.imports.folder.label')} value={chosen ?? ''} onValueChange={onChoose}>
              {folders.map((folder) => (
                <Flex key={folder.path} justifyContent="space-between" gap={4} paddingTop={1} paddingBottom={1}>
                  <Radio.Item value={folder.path}>{folder.name}</Radio.Item>
                  <Button
                    variant="ghost"
                    size="S"
                    endIcon={<ChevronRight />}
                    aria-label={say('importer.imports.folder.open-named', { name: folder.name })}
                    onClick={() => {
                      setWay([...way, folder]);
                    }}
                  >
                    {say('importer.imports.folder.open')}
                  </Button>
                </Flex>
              ))}
            </Radio.Group>
          )
        }
      </Show>
    </Flex>
  );
}
