import { useState } from 'react';
import type { CorrectionOrder, CorrectionResult, PageOrder, SettleOrder } from '../../../../../shared/contracts/inbox';
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

  const ask = async (path: string, kind: 'left-out' | 'taken-in') => {
    if ((await send('POST', path, { run, page })) !== null) setSettled({ kind });
  };
  const importAgain = async (path: string, order: object, asRule: boolean) => {
    const result = await send<CorrectionResult>('POST', path, order);
    if (result !== null) setSettled({ kind: 'imported', result, asRule });
  };

  return {
    correct: (fields, asRule) => importAgain('/importer/corrections', { run, page, fields, asRule }, asRule),
    settle: (choices) => importAgain('/importer/conflicts', { run, page, choices }, false),
    leaveOut: () => ask('/importer/corrections/leave-out', 'left-out'),
    takeIn: () => ask('/importer/corrections/take-in', 'taken-in'),
    settled,
    again: () => setSettled(null),
    isSending,
    problem,
  };
}
