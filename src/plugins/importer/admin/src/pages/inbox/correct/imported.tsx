import { Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { CorrectionResult } from '../../../../../shared/contracts/inbox';
import type { EntryAction } from '../../../../../shared/contracts/runs';
import { ActionLabel, ACTIONS } from '../../../parts/action-label';
import { ArticleLink } from '../../../parts/article-link';
import { useWords } from '../../../translations/use-words';
import { LineProblems } from '../../page/lines/line-problems';

interface ImportedProps {
  readonly result: CorrectionResult;
  readonly asRule: boolean;
}

const isAction = (action: string): action is EntryAction => action in ACTIONS;

/** What a correction did: to its own page, and to others like it. */
export function Imported({ result: { run, action, documentId, locale, problems, imported }, asRule }: ImportedProps) {
  const say = useWords();
  return (
    <>
      <Flex gap={4} wrap="wrap">
        {isAction(action) && <ActionLabel action={action} />}
        {documentId !== null && <ArticleLink documentId={documentId} locale={locale} title={null} />}
      </Flex>
      <LineProblems problems={problems} />
      {imported > 1 && <Typography>{say('importer.inbox.outcome.others', { others: imported - 1 })}</Typography>}
      {asRule && (
        <Link tag={NavLink} to="/plugins/importer/inbox/rules">
          {say('importer.inbox.outcome.rule-kept')}
        </Link>
      )}
      <Link tag={NavLink} to={`/plugins/importer/runs/${run}`}>
        {say('importer.inbox.outcome.run', { run })}
      </Link>
    </>
  );
}
