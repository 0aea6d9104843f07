import { Box, Button, Flex, Link, LinkButton, Typography } from '@strapi/design-system';
import { ArrowRight } from '@strapi/icons';
import { useEffect, useRef } from 'react';
import { NavLink } from 'react-router-dom';
import { useRequest } from '../../../requests/use-request';
import { FaultBanner } from '../../../states/fault-banner';
import { useWords } from '../../../translations/use-words';
import { correctPath } from '../../page/page-path';
import { Imported } from './imported';
import type { Settled } from './use-settling';

const TITLES = {
  imported: 'importer.inbox.outcome.imported',
  'left-out': 'importer.inbox.outcome.left-out',
  'taken-in': 'importer.inbox.outcome.taken-in',
} as const;

interface OutcomeProps {
  readonly settled: Settled;
  readonly page: string;
  readonly kind: 'page' | 'conflict';
  /** Goes on with the same page. */
  readonly onAgain: () => void;
}

/** Tells what became of a page, and leads to the next one that needs a person. */
export function Outcome({ settled, page, kind, onAgain }: OutcomeProps) {
  const say = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const rest = useRequest('GET /inbox', { query: { kind, page: 1, pageSize: 2 } });
  const next = rest.data?.items.find((item) => item.page !== page);
  const isStillWrong = settled.kind === 'imported' && settled.result.documentId === null;
  const title = isStillWrong ? 'importer.inbox.outcome.still-wrong' : TITLES[settled.kind];
  useEffect(() => heading.current?.focus(), []);

  return (
    <Box tag="section" background="neutral0" hasRadius shadow="tableShadow" padding={6}>
      <Flex direction="column" alignItems="flex-start" gap={4}>
        <Typography ref={heading} tag="h2" variant="beta" tabIndex={-1}>
          {say(title)}
        </Typography>
        {settled.kind === 'imported' && <Imported {...settled} />}
        {rest.fault !== null && !rest.isLost && <FaultBanner fault={rest.fault} retry={rest.reload} />}
        <Flex gap={4} wrap="wrap">
          {next !== undefined && (
            <LinkButton
              tag={NavLink}
              to={correctPath(next.run, next.page) + (kind === 'conflict' ? '&kind=conflict' : '')}
              endIcon={<ArrowRight aria-hidden />}
            >
              {say('importer.inbox.next', { total: rest.data?.total ?? 1 })}
            </LinkButton>
          )}
          <Button variant="tertiary" onClick={onAgain}>
            {say('importer.inbox.same-page')}
          </Button>
          <Link tag={NavLink} to="/plugins/importer/inbox">
            {say(rest.data !== null && next === undefined ? 'importer.inbox.all-done' : 'importer.inbox.back')}
          </Link>
        </Flex>
      </Flex>
    </Box>
  );
}
