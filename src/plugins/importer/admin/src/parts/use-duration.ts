import { useCallback } from 'react';
import { useWords } from '../translations/use-words';

/** Says how long something takes or took: two units at most. */
export function useDuration(): (milliseconds: number) => string {
  const say = useWords();
  return useCallback(
    (milliseconds: number) => {
      const seconds = Math.max(0, Math.round(milliseconds / 1000));
      if (seconds < 60) return say('importer.common.duration.seconds', { seconds });
      const minutes = Math.floor(seconds / 60);
      if (minutes < 60) return say('importer.common.duration.minutes', { minutes, seconds: seconds % 60 });
      return say('importer.common.duration.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
    },
    [say],
  );
}
