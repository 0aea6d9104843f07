import { Button, Flex, Typography } from '@strapi/design-system';
import type { ListPage } from '../../../shared/contracts/list';
import { useWords } from '../translations/use-words';

interface PageTurnerProps {
  readonly list: Pick<ListPage<unknown>, 'total' | 'page' | 'pageSize'>;
  readonly onTurn: (page: number) => void;
}

/** Turns the pages of a list that is only a part of a page: `Pager` keeps them in the address, and there is one address. */
export function PageTurner({ list: { total, page, pageSize }, onTurn }: PageTurnerProps) {
  const say = useWords();
  const pages = Math.ceil(total / pageSize);
  if (pages <= 1) return null;
  return (
    <Flex gap={3} wrap="wrap">
      <Button variant="tertiary" size="S" disabled={page <= 1} onClick={() => onTurn(page - 1)}>
        {say('importer.common.pages.back')}
      </Button>
      <Typography role="status">{say('importer.common.pages.at', { page, pages, total })}</Typography>
      <Button variant="tertiary" size="S" disabled={page >= pages} onClick={() => onTurn(page + 1)}>
        {say('importer.common.pages.on')}
      </Button>
    </Flex>
  );
}
