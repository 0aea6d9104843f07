import { Button, Flex, Typography } from '@strapi/design-system';
import type { ListPage } from '../../../../../shared/contracts/list';
import { useWords } from '../../../translations/use-words';

interface FolderPagesProps {
  readonly list: Pick<ListPage<unknown>, 'total' | 'page' | 'pageSize'>;
  readonly onTurn: (page: number) => void;
}

/** Turns the pages of a list of folders. They do not stand in the address, which is that of the whole form. */
export function FolderPages({ list: { total, page, pageSize }, onTurn }: FolderPagesProps) {
  const say = useWords();
  const pages = Math.ceil(total / pageSize);
  if (pages <= 1) return null;
  return (
    <Flex gap={3} wrap="wrap">
      <Button variant="tertiary" size="S" disabled={page <= 1} onClick={() => onTurn(page - 1)}>
        {say('importer.imports.folder.back')}
      </Button>
      <Typography role="status">{say('importer.imports.folder.page', { page, pages, total })}</Typography>
      <Button variant="tertiary" size="S" disabled={page >= pages} onClick={() => onTurn(page + 1)}>
        {say('importer.imports.folder.on')}
      </Button>
    </Flex>
  );
}
