import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useRequest } from '../../requests/use-request';
import { useWords } from '../../translations/use-words';
import { ShowWidget } from '../show-widget';
import { MonthChart } from './month-chart';
import { MonthTable } from './month-table';

/** How many articles came out in each month, as a chart or as a table. */
export function ArchiveWidget() {
  const say = useWords();
  const [isTable, setTable] = useState(false);
  const requested = useRequest('GET /home/months', {});
  return (
    <ShowWidget requested={requested} empty={say('importer.home.archive.none')} isEmpty={(months) => months.length === 0}>
      {(months) => (
        <Flex direction="column" alignItems="stretch" gap={3}>
          <Flex justifyContent="space-between" gap={3} wrap="wrap">
            <Typography fontWeight="semiBold">
              {say('importer.home.archive.total', { articles: months.reduce((sum, { articles }) => sum + articles, 0) })}
            </Typography>
            <Button variant="tertiary" size="S" aria-pressed={isTable} onClick={() => setTable((was) => !was)}>
              {say('importer.home.archive.as-table')}
            </Button>
          </Flex>
          {isTable ? <MonthTable months={months} /> : <MonthChart months={months} />}
        </Flex>
      )}
    </ShowWidget>
  );
}
