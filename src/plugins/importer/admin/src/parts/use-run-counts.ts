import { File as FileIcon, FileError, WarningCircle } from '@strapi/icons';
import type { EntryAction, Run, RunCounts } from '../../../shared/contracts/runs';
import { useWords, type Word } from '../translations/use-words';
import { ACTIONS } from './action-label';
import type { Count } from './counts';
import { useKindWords } from './use-kind-words';

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
  { name: 'skipped', word: 'importer.common.count.skipped', icon: FileError, tone: 'neutral' },
  { name: 'problems', word: 'importer.common.count.problems', icon: WarningCircle, tone: 'warning' },
];

const UNDONE: readonly CountLook[] = [
  { name: 'removed', word: 'importer.common.count.removed', ...like('remove') },
  { name: 'restored', word: 'importer.common.count.restored', ...like('restore') },
  { name: 'kept', word: 'importer.common.count.kept', ...like('keep') },
  { name: 'gone', word: 'importer.common.count.gone', ...like('leave-out') },
];

type Skipped = Run['skipped'][number];

const mostFirst = (a: Skipped, b: Skipped) => b.count - a.count || a.kind.localeCompare(b.kind);

/** Files that nothing reads yet, by what they are. */
function useSkippedWords(): (skipped: Run['skipped']) => string {
  const say = useWords();
  const sayKind = useKindWords();
  const sayCount = ({ kind, count }: Skipped) => say('importer.common.count.of-kind', { kind: sayKind(kind), count });
  return (skipped) => [...skipped].sort(mostFirst).map(sayCount).join(', ');
}

/** The numbers of a run that apply to its kind, with their names. Skipped files are counted where there are some, by what they are. */
export function useRunCounts({ kind, counts, skipped }: Pick<Run, 'kind' | 'counts' | 'skipped'>): readonly Count[] {
  const say = useWords();
  const saySkipped = useSkippedWords();
  const looks = kind === 'undo' || kind === 'undo-preview' ? UNDONE : IMPORTED;
  return looks
    .filter(({ name }) => name !== 'skipped' || counts.skipped > 0)
    .map(({ name, word, icon, tone }) => {
      const detail = name === 'skipped' ? { detail: saySkipped(skipped) } : {};
      return { name, label: say(word), value: counts[name], icon, tone, ...detail };
    });
}
