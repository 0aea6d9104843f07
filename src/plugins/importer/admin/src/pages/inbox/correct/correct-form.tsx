import { Button, Checkbox, Flex, Typography } from '@strapi/design-system';
import { Check, EyeStriked } from '@strapi/icons';
import { type Dispatch, type FormEvent, type SetStateAction, useState } from 'react';
import type { PageView } from '../../../../../shared/contracts/pages';
import { Banner } from '../../../parts/banner';
import { PanelBox } from '../../../parts/panel-box';
import { useMomentWords } from '../../../parts/use-moment-words';
import { useWords } from '../../../translations/use-words';
import { FieldInput } from './field-input';
import { CORRECTED, lackedBy, type Correcting, ordersOf, retype } from './correcting';
import type { Settling } from './use-settling';
import { WillBeSet } from './will-be-set';

interface CorrectFormProps {
  readonly view: PageView;
  readonly correcting: Correcting;
  readonly onChange: Dispatch<SetStateAction<Correcting>>;
  readonly settling: Settling;
}

/** What is given to a page, what will be set, and what can be done with it. */
export function CorrectForm({ view, correcting, onChange, settling }: CorrectFormProps) {
  const say = useWords();
  const sayMoment = useMomentWords();
  const [asRule, setAsRule] = useState(false);
  const lacked = lackedBy(view);
  const orders = ordersOf(correcting);
  const recognised = {
    title: view.story?.title ?? null,
    datePublished: view.story?.datePublished ? sayMoment(view.story.datePublished) : null,
    category: view.story?.category ?? null,
  };
  const accept = (event: FormEvent) => {
    event.preventDefault();
    void settling.correct(orders, asRule);
  };

  return (
    <PanelBox title={say('importer.inbox.correct.title')}>
      <form onSubmit={accept}>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Typography textColor="neutral600">{say('importer.inbox.correct.hint')}</Typography>
          {CORRECTED.map((field) => (
            <FieldInput
              key={field}
              field={field}
              text={correcting.fields[field].text}
              recognised={recognised[field]}
              isLacking={lacked.includes(field) && field !== 'category'}
              isTarget={correcting.field === field}
              onChoose={() => onChange((last) => ({ ...last, field }))}
              onType={(text) =>
                onChange((last) => ({ ...last, fields: { ...last.fields, [field]: retype(last.fields[field], text, view) } }))
              }
            />
          ))}
          <WillBeSet orders={orders} />
          <Checkbox checked={asRule} onCheckedChange={(checked) => setAsRule(checked === true)}>
            {say('importer.inbox.as-rule')}
          </Checkbox>
          {settling.problem !== null && <Banner tone="danger">{settling.problem}</Banner>}
          <Flex gap={2} wrap="wrap">
            <Button
              type="submit"
              startIcon={<Check aria-hidden />}
              loading={settling.isSending}
              disabled={Object.keys(orders).length === 0}
            >
              {say('importer.inbox.accept')}
            </Button>
            <Button
              variant="tertiary"
              startIcon={<EyeStriked aria-hidden />}
              disabled={settling.isSending}
              onClick={() => void settling.leaveOut()}
            >
              {say('importer.inbox.leave-out')}
            </Button>
          </Flex>
        </Flex>
      </form>
    </PanelBox>
  );
}
