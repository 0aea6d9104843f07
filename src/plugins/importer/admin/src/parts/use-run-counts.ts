import { File as FileIcon, WarningCircle } from '@strapi/icons';
import type { EntryAction, Run, RunCounts } from '../../../shared/contracts/runs';
import { useWords, type Word } from '../translations/use-words';
import { ACTIONS } from './action-label';
import type { Count } from './counts';

interface CountLook extends Pick<Count, 'icon' | 'tone'> {
  readonly name: keyof RunCounts;
  readonly word: Word;
}

const like = (action: EntryAction): Pick<Count, 'icon' | 'tone'> => ({ icon: ACTIONS[action].icon, tone: ACTIONS[action].tone });

const IMPORTED: readonly CountLook[] = [
  { name: 'pages', word: 'importer.common.count.pages', icon: FileIcon, tone: 'neutral' },
  { name: 'created', word: 'importer.common.count.created', ...like('create') },
  { name: 'updated', word: 'importer.common.count.updated', ...like('update') },
  { name: 'unchanged', word: 'importer.common.count.unchanged', ...like('unchanged') },
  { name: 'kept', word: 'importer.common.count.kept', ...like('keep') },
  { name: 'duplicates', word: 'importer.common.count.duplicates', ...like('duplicate') },
  { name: 'quarantined', word: 'importer.common.count.quarantined', ...like('quarantine') },
  { name: 'leftOut', word: 'importer.common.count.left-out', ...like('leave-out') },
  { name: 'problems', word: 'importer.common.count.problems', icon: WarningCircle, tone: 'warning' },
];

const UNDONE: readonly CountLook[] = [
  { name: 'removed', word: 'importer.common.count.removed', ...like('remove') },
  { name: 'restored', word: 'importer.common.count.restored', ...like('restore') },
  { name: 'kept', word: 'importer.common.count.kept', ...like('keep') },
  { name: 'gone', word: 'importer.common.count.gone', ...like('leave-out') },
];

/** The numbers of a run that apply to its kind, with their names. */
export function useRunCounts({ kind, counts }: Pick<Run, 'kind' | 'counts'>): readonly Count[] {
  const say = useWords();
  const looks = kind === 'undo' || kind === 'undo-preview' ? UNDONE : IMPORTED;
  return looks.map(({ name, word, icon, tone }) => ({ name, label: say(word), value: counts[name], icon, tone }));
}
