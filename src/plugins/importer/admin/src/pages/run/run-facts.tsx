import { Box, Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import type { Run } from '../../../../shared/contracts/runs';
import { Moment } from '../../parts/moment';
import { StateBadge } from '../../parts/state-badge';
import { useDuration } from '../../parts/use-duration';
import { useWords } from '../../translations/use-words';

const Facts = styled.dl`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(22rem, 45%), 1fr));
  gap: ${({ theme }) => theme.spaces[4]};
`;

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <Typography tag="dt" variant="pi" textColor="neutral600">
        {name}
      </Typography>
      <Typography tag="dd" textColor="neutral800">
        {children}
      </Typography>
    </Flex>
  );
}

/** How a run stands, who started it, when, and what was ordered. */
export function RunFacts({ run }: { readonly run: Run }) {
  const say = useWords();
  const sayDuration = useDuration();
  const intl = useIntl();
  const { order } = run;
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={{ initial: 4, medium: 6 }}>
      <Facts aria-label={say('importer.runs.facts')}>
        <Fact name={say('importer.runs.facts.state')}>
          <StateBadge state={run.state} />
        </Fact>
        <Fact name={say('importer.runs.facts.by')}>{run.by}</Fact>
        <Fact name={say('importer.runs.facts.started')}>
          <Moment at={run.startedAt} />
        </Fact>
        <Fact name={say('importer.runs.facts.duration')}>{sayDuration(run.durationMs)}</Fact>
        {run.undoUntil !== null && (
          <Fact name={say('importer.runs.facts.undo-until')}>
            <Moment at={run.undoUntil} />
          </Fact>
        )}
        {order && (
          <>
            <Fact name={say('importer.runs.facts.status')}>
              {say(order.status === 'published' ? 'importer.runs.facts.published' : 'importer.runs.facts.draft')}
            </Fact>
            <Fact name={say('importer.runs.facts.language')}>
              {order.locale === null
                ? say('importer.runs.facts.recognised')
                : (intl.formatDisplayName(order.locale, { type: 'language' }) ?? order.locale)}
            </Fact>
            <Fact name={say('importer.runs.facts.time-zone')}>{order.timeZone}</Fact>
          </>
        )}
      </Facts>
    </Box>
  );
}
