import { closestCenter, DndContext, type DragEndEvent, KeyboardSensor, PointerSensor, useSensor, useSensors } from '@dnd-kit/core';
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { Flex } from '@strapi/design-system';
import type { Partner } from '../../../../shared/contracts/partners';
import { useWords } from '../../translations/use-words';
import { PartnerRow } from './partner-row';
import { useAnnouncements } from './use-announcements';
import { usePartners } from './use-partners';

interface PartnerListProps {
  readonly partners: readonly Partner[];
  readonly mayChange: boolean;
}

/** Partners in their order, which is changed by dragging, by the keyboard, or step by step with buttons. */
export function PartnerList({ partners: given, mayChange }: PartnerListProps) {
  const say = useWords();
  const { partners, isSending, move, activate } = usePartners(given);
  const ids = partners.map(({ documentId }) => documentId);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const accessibility = useAnnouncements(partners);
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    if (over !== null && over.id !== active.id) void move(ids.indexOf(String(active.id)), ids.indexOf(String(over.id)));
  };

  return (
    <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={onDragEnd} accessibility={accessibility}>
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        <Flex tag="ol" direction="column" alignItems="stretch" gap={2} aria-label={say('importer.partners.title')}>
          {partners.map((partner, place) => (
            <PartnerRow
              key={partner.documentId}
              partner={partner}
              mayChange={mayChange}
              isBusy={isSending}
              onUp={place === 0 ? null : () => void move(place, place - 1)}
              onDown={place === partners.length - 1 ? null : () => void move(place, place + 1)}
              onActivate={(active) => void activate(partner.documentId, active)}
            />
          ))}
        </Flex>
      </SortableContext>
    </DndContext>
  );
}
