import { Box, Flex, Typography } from '@strapi/design-system';
import type { FieldOrder, Selection } from '../../../../../shared/contracts/inbox';
import type { CorrectedField } from '../../../../../shared/contracts/pages';
import { usePlaceWords } from '../../../parts/use-place-words';
import { useWords } from '../../../translations/use-words';
import { useFieldLabels } from '../../../parts/use-field-labels';
import { CORRECTED } from './correcting';

/** What the page will be given when it is accepted, and where from. Read out when it changes. */
export function WillBeSet({ orders }: { readonly orders: Readonly<Partial<Record<CorrectedField, FieldOrder>>> }) {
  const say = useWords();
  const nameOf = useFieldLabels();
  const sayPlace = usePlaceWords();
  const sayFrom = (selection: Selection | null) => {
    if (selection === null) return say('importer.inbox.typed');
    const { line } = selection;
    return typeof line === 'string'
      ? say('importer.inbox.from-fact', { place: sayPlace(line) })
      : say('importer.inbox.from-line', { line });
  };
  const given = CORRECTED.flatMap((field) => (orders[field] === undefined ? [] : [{ field, ...orders[field] }]));
  return (
    <Box background="neutral100" hasRadius padding={3} aria-live="polite">
      <Typography variant="sigma" textColor="neutral600">
        {say('importer.inbox.will-be-set')}
      </Typography>
      {given.length === 0 && <Typography tag="p">{say('importer.inbox.nothing-yet')}</Typography>}
      <Flex tag="dl" direction="column" alignItems="stretch" gap={2}>
        {given.map(({ field, text, selection }) => (
          <div key={field}>
            <Typography tag="dt" variant="pi" textColor="neutral600">
              {nameOf(field)}, {sayFrom(selection)}
            </Typography>
            <Typography tag="dd" fontWeight="semiBold" style={{ overflowWrap: 'anywhere' }}>
              {text}
            </Typography>
          </div>
        ))}
      </Flex>
    </Box>
  );
}
