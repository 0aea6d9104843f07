import { Accordion, Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { Run } from '../../../../shared/contracts/runs';
import { PanelBox } from '../../parts/panel-box';
import { useWords } from '../../translations/use-words';

/** Articles that differ in few words: an editor may want one of them only. */
export function NearDuplicates({ run }: { readonly run: Run }) {
  const say = useWords();
  const { nearDuplicates: groups, nearDuplicateCount: count } = run;
  if (groups.length === 0) return null;
  return (
    <PanelBox title={say('importer.runs.near.title')}>
      <Typography textColor="neutral600">{say('importer.runs.near.hint', { count, shown: groups.length })}</Typography>
      <Accordion.Root>
        {groups.map(({ size, pages }) => (
          <Accordion.Item key={pages[0]?.page} value={pages[0]?.page ?? ''}>
            <Accordion.Header>
              <Accordion.Trigger>{say('importer.runs.near.group', { size, page: pages[0]?.page ?? '' })}</Accordion.Trigger>
            </Accordion.Header>
            <Accordion.Content>
              <Flex tag="ul" direction="column" alignItems="flex-start" gap={2} padding={4}>
                {pages.map(({ page }) => (
                  <li key={page}>
                    <Link tag={NavLink} to={`/plugins/importer/runs/${run.id}/page?name=${encodeURIComponent(page)}`}>
                      {page}
                    </Link>
                  </li>
                ))}
              </Flex>
            </Accordion.Content>
          </Accordion.Item>
        ))}
      </Accordion.Root>
    </PanelBox>
  );
}
