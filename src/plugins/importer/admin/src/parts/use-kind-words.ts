import { useCallback } from 'react';
import { useWords, type Word } from '../translations/use-words';

/** Kinds of files whose names the server says in English. All others have names of their own, such as HTML. */
const KINDS: Readonly<Record<string, Word>> = {
  Stylesheet: 'importer.common.kind.stylesheet',
  Script: 'importer.common.kind.script',
  Picture: 'importer.common.kind.picture',
  Font: 'importer.common.kind.font',
  'Audio or video': 'importer.common.kind.media',
  'Binary file': 'importer.common.kind.binary',
};

/** Says what a file is that nothing reads. */
export function useKindWords(): (kind: string) => string {
  const say = useWords();
  return useCallback(
    (kind: string) => {
      const word = KINDS[kind];
      return word === undefined ? kind : say(word);
    },
    [say],
  );
}
