import { useCallback } from 'react';
import { useWords, type Word } from '../translations/use-words';

/** Where documents declare something about themselves, as the server names it. */
const PLACES: Readonly<Record<string, Word>> = {
  'front matter': 'importer.pages.place.front-matter',
  'file name': 'importer.pages.place.file-name',
};

const PLACE = /^([^:]+): (.*)$/su;

/** Says where a declared fact stands: `front matter: title`, say. A place that has no words yet is shown as the server names it. */
export function usePlaceWords(): (place: string) => string {
  const say = useWords();
  return useCallback(
    (place: string) => {
      const [, where = '', key = ''] = PLACE.exec(place) ?? [];
      const word = PLACES[where];
      return word === undefined ? place : say(word, { key });
    },
    [say],
  );
}
