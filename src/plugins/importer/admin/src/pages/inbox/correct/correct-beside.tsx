import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { PageView } from '../../../../../shared/contracts/pages';
import { Banner } from '../../../parts/banner';
import { PanelBox } from '../../../parts/panel-box';
import { useFieldWords } from '../../../parts/use-field-words';
import { useMessageWords } from '../../../parts/use-message-words';
import { useWords } from '../../../translations/use-words';
import { CorrectionNote } from '../../page/correction-note';
import { LineProblems } from '../../page/lines/line-problems';
import { TwoColumns } from '../../page/two-columns';
import { CorrectForm } from './correct-form';
import { beginCorrecting } from './correcting';
import { PickableLines } from './pickable-lines';
import type { Settling } from './use-settling';

/** A page's text to pick from, beside the form for what it lacks. */
export function CorrectBeside({ view, settling }: { readonly view: PageView; readonly settling: Settling }) {
  const say = useWords();
  const sayField = useFieldWords();
  const sayMessage = useMessageWords();
  const [correcting, setCorrecting] = useState(() => beginCorrecting(view));
  const { lines, problems, correction, missing, note } = view;
  const { field, fields } = correcting;
  const ofWhole = problems.filter(({ line }) => line === null);

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {correction && <CorrectionNote correction={correction} />}
      {note !== null && <Banner tone="neutral">{sayMessage(note)}</Banner>}
      {correction?.leftOut && (
        <Banner
          tone="primary"
          action={
            <Button variant="secondary" loading={settling.isSending} onClick={() => void settling.takeIn()}>
              {say('importer.inbox.take-in')}
            </Button>
          }
        >
          {say('importer.inbox.take-in-hint')}
        </Banner>
      )}
      <TwoColumns>
        <PanelBox title={say('importer.pages.text')}>
          <LineProblems problems={ofWhole} />
          <Typography textColor="neutral600">
            {lines !== null ? say('importer.inbox.pick-hint') : missing === null ? say('importer.pages.no-text') : sayMessage(missing)}
          </Typography>
          <PickableLines
            view={view}
            label={say('importer.inbox.pick-for', { field: sayField(field) })}
            selection={fields[field].selection}
            onPick={(picked) => setCorrecting((last) => ({ ...last, fields: { ...last.fields, [last.field]: picked } }))}
          />
        </PanelBox>
        <CorrectForm view={view} correcting={correcting} onChange={setCorrecting} settling={settling} />
      </TwoColumns>
    </Flex>
  );
}
