import { Box, Flex, Typography } from '@strapi/design-system';
import { useEffect, useRef } from 'react';
import type { Run } from '../../../../../shared/contracts/runs';
import { Pager } from '../../../parts/pager';
import { usePaging } from '../../../requests/use-paging';
import { useRequest } from '../../../requests/use-request';
import { Empty } from '../../../states/empty';
import { Show } from '../../../states/show';
import { useWords } from '../../../translations/use-words';
import { goesOn } from '../poll-run';
import { EntryFilters } from './entry-filters';
import { EntryTable } from './entry-table';

/** The heading of a part that has no box around it. */
function PanelHeading({ id, children }: { readonly id: string; readonly children: string }) {
  return (
    <Typography id={id} tag="h2" variant="delta">
      {children}
    </Typography>
  );
}

const FILTERS = ['action', 'rule', 'severity', 'q'] as const;
const GROWS_MS = 4000;

/** What a run did, or would do, page by page. */
export function Entries({ run }: { readonly run: Run }) {
  const say = useWords();
  const { query, filter, setFilters } = usePaging(FILTERS);
  const isGrowing = goesOn(run);
  const requested = useRequest(
    'GET /runs/:id/entries',
    { params: { id: run.id }, query },
    {
      keepsLast: true,
      pollAfter: () => (isGrowing ? GROWS_MS : null),
    },
  );
  const { reload } = requested;
  const grew = useRef(isGrowing);
  useEffect(() => {
    // What came between the last look and the end.
    if (grew.current && !isGrowing) reload();
    grew.current = isGrowing;
  }, [isGrowing, reload]);
  const isFiltered = FILTERS.some((name) => filter(name) !== '');

  return (
    <Box tag="section" id="entries" aria-labelledby="entries-heading">
      <Flex direction="column" alignItems="stretch" gap={4}>
        <PanelHeading id="entries-heading">{say('importer.runs.entries.title')}</PanelHeading>
        <EntryFilters run={run} filter={filter} setFilters={setFilters} />
        <Show requested={requested}>
          {(list) =>
            list.items.length === 0 ? (
              <Empty
                title={say(
                  isFiltered
                    ? 'importer.runs.entries.none-fit'
                    : isGrowing
                      ? 'importer.runs.entries.none-yet'
                      : 'importer.runs.entries.none',
                )}
              />
            ) : (
              <Box>
                <EntryTable run={run} entries={list.items} isBusy={requested.isLoading} />
                <Pager list={list} />
              </Box>
            )
          }
        </Show>
      </Flex>
    </Box>
  );
}
