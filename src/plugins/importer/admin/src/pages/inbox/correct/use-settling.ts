import { useState } from 'react';
import type { CorrectionOrder, CorrectionResult, PageOrder, SettledPage, SettleOrder } from '../../../../../shared/contracts/inbox';
import { useSend } from '../../../requests/use-send';

/** What became of what an editor decided. */
export type Settled =
  { readonly kind: 'imported'; readonly result: CorrectionResult; readonly asRule: boolean } | { readonly kind: 'left-out' | 'taken-in' };

/** What an editor may decide about a page. */
export interface Settling {
  readonly correct: (fields: CorrectionOrder['fields'], asRule: boolean) => Promise<void>;
  readonly leaveOut: () => Promise<void>;
  readonly takeIn: () => Promise<void>;
  readonly settle: (choices: SettleOrder['choices']) => Promise<void>;
  readonly settled: Settled | null;
  readonly again: () => void;
  readonly isSending: boolean;
  readonly problem: string | null;
}

/** Sends decisions about a page, and keeps what became of the last. */
export function useSettling({ run, page }: PageOrder): Settling {
  const { send, isSending, problem } = useSend();
  const [settled, setSettled] = useState<Settled | null>(null);

  const body = { run, page };
  const settleAs = (kind: 'left-out' | 'taken-in', answer: SettledPage | null) => {
    if (answer !== null) setSettled({ kind });
  };
  const importedAgain = (result: CorrectionResult | null, asRule: boolean) => {
    if (result !== null) setSettled({ kind: 'imported', result, asRule });
  };

  return {
    correct: async (fields, asRule) => importedAgain(await send('POST /corrections', { body: { ...body, fields, asRule } }), asRule),
    settle: async (choices) => importedAgain(await send('POST /conflicts', { body: { ...body, choices } }), false),
    leaveOut: async () => settleAs('left-out', await send('POST /corrections/leave-out', { body })),
    takeIn: async () => settleAs('taken-in', await send('POST /corrections/take-in', { body })),
    settled,
    again: () => setSettled(null),
    isSending,
    problem,
  };
}
