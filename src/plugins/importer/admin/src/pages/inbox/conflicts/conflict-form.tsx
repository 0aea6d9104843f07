import { Button, Flex, Typography } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { type FormEvent, useState } from 'react';
import type { SettleOrder } from '../../../../../shared/contracts/inbox';
import type { PageView } from '../../../../../shared/contracts/pages';
import type { Conflict } from '../../../../../shared/contracts/runs';
import { ArticleLink } from '../../../parts/article-link';
import { Banner } from '../../../parts/banner';
import { PanelBox } from '../../../parts/panel-box';
import { useWords } from '../../../translations/use-words';
import type { Settling } from '../correct/use-settling';
import { ConflictField } from './conflict-field';

interface ConflictFormProps {
  readonly conflicts: readonly Conflict[];
  readonly view: PageView;
  readonly settling: Settling;
}

/** Lets an editor choose for each field: what was written here, or what the page says. */
export function ConflictForm({ conflicts, view, settling }: ConflictFormProps) {
  const say = useWords();
  const { article } = view;
  const [choices, setChoices] = useState<SettleOrder['choices']>({});
  const left = conflicts.filter(({ field }) => choices[field] === undefined).length;
  const chooseAll = (side: 'mine' | 'theirs') => setChoices(Object.fromEntries(conflicts.map(({ field }) => [field, side])));
  const save = (event: FormEvent) => {
    event.preventDefault();
    void settling.settle(choices);
  };

  return (
    <PanelBox title={say('importer.inbox.conflict.choose')} aside={article && <ArticleLink {...article} />}>
      <form onSubmit={save}>
        <Flex direction="column" alignItems="stretch" gap={6}>
          <Typography textColor="neutral600">{say('importer.inbox.conflict.hint')}</Typography>
          <Flex gap={2} wrap="wrap">
            <Button variant="tertiary" size="S" onClick={() => chooseAll('mine')}>
              {say('importer.inbox.conflict.all-mine')}
            </Button>
            <Button variant="tertiary" size="S" onClick={() => chooseAll('theirs')}>
              {say('importer.inbox.conflict.all-theirs')}
            </Button>
          </Flex>
          {conflicts.map((conflict) => (
            <ConflictField
              key={conflict.field}
              conflict={conflict}
              view={view}
              choice={choices[conflict.field] ?? null}
              onChoose={(side) => setChoices((last) => ({ ...last, [conflict.field]: side }))}
            />
          ))}
          {settling.problem !== null && <Banner tone="danger">{settling.problem}</Banner>}
          <Flex gap={4} wrap="wrap">
            <Button type="submit" startIcon={<Check aria-hidden />} loading={settling.isSending} disabled={left === conflicts.length}>
              {say('importer.inbox.conflict.save')}
            </Button>
            {left > 0 && <Typography textColor="neutral600">{say('importer.inbox.conflict.left', { left })}</Typography>}
          </Flex>
        </Flex>
      </form>
    </PanelBox>
  );
}
