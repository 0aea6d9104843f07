import type { Announcements, ScreenReaderInstructions, UniqueIdentifier } from '@dnd-kit/core';
import { useMemo } from 'react';
import type { Partner } from '../../../../shared/contracts/partners';
import { useWords } from '../../translations/use-words';

interface Accessibility {
  readonly announcements: Announcements;
  readonly screenReaderInstructions: ScreenReaderInstructions;
}

/** What screen readers say while a partner is carried about. */
export function useAnnouncements(partners: readonly Partner[]): Accessibility {
  const say = useWords();
  return useMemo(() => {
    const nameOf = (id: UniqueIdentifier) => partners.find(({ documentId }) => documentId === id)?.name ?? '';
    const placeOf = (id: UniqueIdentifier) => partners.findIndex(({ documentId }) => documentId === id) + 1;
    const at = (id: UniqueIdentifier, over: UniqueIdentifier) => ({ name: nameOf(id), place: placeOf(over), total: partners.length });
    return {
      screenReaderInstructions: { draggable: say('importer.partners.drag.how') },
      announcements: {
        onDragStart: ({ active }) => say('importer.partners.drag.start', at(active.id, active.id)),
        onDragOver: ({ active, over }) => (over === null ? undefined : say('importer.partners.drag.over', at(active.id, over.id))),
        onDragEnd: ({ active, over }) => say('importer.partners.drag.end', at(active.id, over?.id ?? active.id)),
        onDragCancel: ({ active }) => say('importer.partners.drag.cancel', at(active.id, active.id)),
      },
    };
  }, [partners, say]);
}
