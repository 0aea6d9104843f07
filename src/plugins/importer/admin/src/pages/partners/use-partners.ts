import { arrayMove } from '@dnd-kit/sortable';
import { useState } from 'react';
import type { Partner } from '../../../../shared/contracts/partners';
import { useTellingSend } from '../../requests/use-telling-send';

interface Partners {
  readonly partners: readonly Partner[];
  readonly isSending: boolean;
  readonly move: (from: number, to: number) => Promise<void>;
  readonly activate: (documentId: string, active: boolean) => Promise<void>;
}

/** The partners as they are shown: a change is seen at once, and taken back when the server refuses it. */
export function usePartners(given: readonly Partner[]): Partners {
  const [partners, setPartners] = useState(given);
  const { send, isSending } = useTellingSend();

  const change = async (next: readonly Partner[], request: () => Promise<unknown>) => {
    const before = partners;
    setPartners(next);
    if ((await request()) === null) setPartners(before);
  };

  return {
    partners,
    isSending,
    move: (from, to) => {
      const next = arrayMove([...partners], from, to);
      return change(next, () => send('PUT /partners/order', { body: { documentIds: next.map(({ documentId }) => documentId) } }));
    },
    activate: (documentId, active) => {
      const next = partners.map((partner) => (partner.documentId === documentId ? { ...partner, active } : partner));
      return change(next, () => send('PUT /partners/:documentId', { params: { documentId }, body: { active } }));
    },
  };
}
