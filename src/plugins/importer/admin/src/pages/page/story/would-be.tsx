import { Flex, Typography } from '@strapi/design-system';
import type { PageOutcome } from '../../../../../shared/contracts/pages';
import { ActionLabel } from '../../../parts/action-label';
import { useReasonWords } from '../../../parts/use-reason-words';
import { useWords } from '../../../translations/use-words';

/** What an import would do with a page of a preview, and why. */
export function WouldBe({ outcome }: { readonly outcome: PageOutcome }) {
  const say = useWords();
  const sayReason = useReasonWords();
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <Typography textColor="neutral600">{say('importer.pages.would')}</Typography>
      <ActionLabel action={outcome.action} />
      <Typography variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
        {sayReason(outcome)}
      </Typography>
    </Flex>
  );
}
