import type { Entry, Run } from '../../../../../shared/contracts/runs';
import { ActionLabel } from '../../../parts/action-label';
import { ArticleLink } from '../../../parts/article-link';
import { type Column, DataTable } from '../../../parts/data-table';
import { useWords } from '../../../translations/use-words';
import { EntryName } from './entry-name';
import { EntryReason } from './entry-reason';
import { isPage } from './entry-name';

interface EntryTableProps {
  readonly run: Run;
  readonly entries: readonly Entry[];
  readonly isBusy: boolean;
}

/** A row a page: its headline leads to the page's text, beside what was recognised in it. */
export function EntryTable({ run, entries, isBusy }: EntryTableProps) {
  const say = useWords();
  const columns: readonly Column<Entry>[] = [
    { name: 'page', label: say('importer.runs.entries.page'), cell: (entry) => <EntryName run={run.id} entry={entry} /> },
    { name: 'action', label: say('importer.runs.entries.action'), cell: ({ action }) => <ActionLabel action={action} />, isNarrow: true },
    { name: 'reason', label: say('importer.runs.entries.reason'), cell: (entry) => <EntryReason entry={entry} /> },
    {
      name: 'article',
      label: say('importer.runs.entries.article'),
      cell: (entry) =>
        isPage(entry) &&
        entry.documentId !== null && <ArticleLink documentId={entry.documentId} locale={entry.locale} title={entry.title} />,
      isNarrow: true,
    },
  ];
  return <DataTable caption={say('importer.runs.entries.title')} columns={columns} rows={entries} keyOf={({ id }) => id} isBusy={isBusy} />;
}
