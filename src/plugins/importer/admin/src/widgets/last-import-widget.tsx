import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { Run } from '../../../shared/contracts/runs';
import { Moment } from '../parts/moment';
import { SeverityLabel } from '../parts/severity-label';
import { StateBadge } from '../parts/state-badge';
import { useRuleWords } from '../parts/use-rule-words';
import { useRequest } from '../requests/use-request';
import { useWords } from '../translations/use-words';
import { ShowWidget } from './show-widget';

const POLL_MS = 5000;
const MOST_RULES = 3;

/** The last import: how it stands, what it brought, and what is wrong with it. */
export function LastImportWidget() {
  const say = useWords();
  const requested = useRequest(
    'GET /home/last-import',
    {},
    {
      pollAfter: (run) => (run?.state === 'running' ? POLL_MS : null),
    },
  );
  return (
    <ShowWidget requested={requested} empty={say('importer.home.last-import.none')} isEmpty={(run) => run === null}>
      {(run) => run && <LastImport run={run} />}
    </ShowWidget>
  );
}

function LastImport({ run }: { readonly run: Run }) {
  const say = useWords();
  const sayRule = useRuleWords();
  const { id, state, startedAt, by, source, counts, rules } = run;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex gap={3} wrap="wrap">
        <Link tag={NavLink} to={`/plugins/importer/runs/${id}`}>
          {say('importer.pages.to-run', { run: id })}
        </Link>
        <StateBadge state={state} />
      </Flex>
      <Typography variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
        <Moment at={startedAt} />, {by}, {source.join(', ')}
      </Typography>
      <Typography>
        {say('importer.home.last-import.counts', { created: counts.created, updated: counts.updated, pages: counts.pages })}
      </Typography>
      {counts.quarantined > 0 && (
        <Link tag={NavLink} to="/plugins/importer/inbox">
          {say('importer.home.last-import.waiting', { pages: counts.quarantined })}
        </Link>
      )}
      {rules.length === 0 && <Typography textColor="neutral600">{say('importer.home.last-import.no-problems')}</Typography>}
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
        {[...rules]
          .sort((a, b) => b.count - a.count)
          .slice(0, MOST_RULES)
          .map(({ rule, severity, count }) => (
            <Box tag="li" key={`${rule} ${severity}`}>
              <Flex gap={2} wrap="wrap">
                <SeverityLabel severity={severity} />
                <Typography>{say('importer.inbox.filter.rule-count', { rule: sayRule(rule), count })}</Typography>
              </Flex>
            </Box>
          ))}
      </Flex>
    </Flex>
  );
}
