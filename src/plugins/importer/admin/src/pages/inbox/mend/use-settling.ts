import { useCallback, useState } from 'react';
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

  const decide = useCallback(
    async <Result>(path: string, order: object, toSettled: (result: Result) => Settled) => {
      const result = await send<Result>('POST', path, { run, page, ...order });
      if (result !== null) setSettled(toSettled(result));
    },
    [send, run, page],
  );

  return {
    correct: (fields, asRule) =>
      decide<CorrectionResult>('/importer/corrections', { fields, asRule }, (result) => ({ kind: 'imported', result, asRule })),
    leaveOut: () => decide('/importer/corrections/leave-out', {}, () => ({ kind: 'left-out' })),
    takeIn: () => decide('/importer/corrections/take-in', {}, () => ({ kind: 'taken-in' })),
    settle: (choices) =>
      decide<CorrectionResult>('/importer/conflicts', { choices }, (result) => ({ kind: 'imported', result, asRule: false })),
    settled,
    again: () => setSettled(null),
    isSending,
    problem,
  };
}
