import { useCallback } from 'react';
import type { Run, RunKind } from '../../../shared/contracts/runs';
import { useWords, type Word } from '../translations/use-words';

const TITLES: Readonly<Record<RunKind, Word>> = {
  import: 'importer.common.title.import',
  preview: 'importer.common.title.preview',
  undo: 'importer.common.title.undo',
  'undo-preview': 'importer.common.title.undo-preview',
};

/** Says what a run is called: of an undoing, what it undoes. */
export function useRunTitle(): (run: Pick<Run, 'id' | 'kind' | 'undoes'>) => string {
  const say = useWords();
  return useCallback(({ id, kind, undoes }) => say(TITLES[kind], { id, undoes: undoes ?? id }), [say]);
}
