import { Button, Flex, Radio } from '@strapi/design-system';
import { ChevronRight } from '@strapi/icons';
import type { ServerFolder } from '../../../../../shared/contracts/imports';
import { useWords } from '../../../translations/use-words';

interface FolderChoiceProps {
  readonly folders: readonly ServerFolder[];
  readonly chosen: string | null;
  readonly onChoose: (path: string) => void;
  readonly onOpen: (folder: ServerFolder) => void;
}

/** Folders, one of which can be chosen, and each of which can be looked into. */
export function FolderChoice({ folders, chosen, onChoose, onOpen }: FolderChoiceProps) {
  const say = useWords();
  return (
    <Radio.Group aria-label={say('importer.imports.folder.label')} value={chosen ?? ''} onValueChange={onChoose}>
      {folders.map((folder) => (
        <Flex key={folder.path} justifyContent="space-between" gap={4} paddingTop={1} paddingBottom={1}>
          <Radio.Item value={folder.path}>{folder.name}</Radio.Item>
          <Button
            variant="ghost"
            size="S"
            endIcon={<ChevronRight />}
            aria-label={say('importer.imports.folder.open-named', { name: folder.name })}
            onClick={() => onOpen(folder)}
          >
            {say('importer.imports.folder.open')}
          </Button>
        </Flex>
      ))}
    </Radio.Group>
  );
}
