import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { AnswerOf, Place, ReadName } from '../../../shared/contracts/endpoints';
import type { Answer } from '../../../shared/contracts/list';
import { addressOf } from './address-of';
import { type Fault, isPassing, readFault } from './fault';
import { poll } from './poll';

const RETRY_MS = 3000;

export interface RequestOptions<Data> {
  /** Milliseconds until it is asked again; null where that is not needed. Polling stops while nobody sees the tab. */
  readonly pollAfter?: (data: Data) => number | null;
  /** Shows the last answer while another path is asked: for lists, that turn their pages. */
  readonly keepsLast?: boolean;
}

export interface Requested<Data> {
  readonly data: Data | null;
  /** Why there is no answer, or why the one that is shown may be old. */
  readonly fault: Fault | null;
  readonly isLoading: boolean;
  /** The data are shown, but the server can't be reached now; it is asked again until it can. */
  readonly isLost: boolean;
  readonly reload: () => void;
}

interface State<Data> {
  readonly path: string | null;
  readonly data: Data | null;
  readonly fault: Fault | null;
}

/** Asks the importer for something: `GET /runs/:id` with `{ params: { id: 12 } }`, say. Nothing is asked while the place is null. */
export function useRequest<Name extends ReadName>(
  name: Name,
  place: Place<Name> | null,
  options: RequestOptions<AnswerOf<Name>> = {},
): Requested<AnswerOf<Name>> {
  return useAddress<AnswerOf<Name>>(place && addressOf(name, place), options);
}

function useAddress<Data>(path: string | null, options: RequestOptions<Data>): Requested<Data> {
  const { get } = useFetchClient();
  const [state, setState] = useState<State<Data>>({ path: null, data: null, fault: null });
  const [turn, setTurn] = useState(0);
  const latest = useRef(options);
  latest.current = options;
  /** What was answered once is shown as it was when the server can't be reached, and then it is asked again. */
  const answered = useRef<string | null>(null);

  useEffect(() => {
    if (path === null) return;
    return poll<Data>({
      ask: async (signal) => (await get<Answer<Data>>(path, { signal })).data.data,
      onAnswer(data) {
        answered.current = path;
        setState({ path, data, fault: null });
        return latest.current.pollAfter?.(data) ?? null;
      },
      onFault(error) {
        const fault = readFault(error);
        setState((last) => ({ path, data: last.path === path ? last.data : null, fault }));
        const isWanted = latest.current.pollAfter !== undefined || answered.current === path;
        return isWanted && isPassing(fault) ? RETRY_MS : null;
      },
    });
  }, [get, path, turn]);

  const isCurrent = state.path === path;
  const data = isCurrent || options.keepsLast ? state.data : null;
  const fault = isCurrent ? state.fault : null;
  return {
    data,
    fault,
    isLoading: path !== null && !isCurrent,
    isLost: data !== null && fault !== null && isPassing(fault),
    reload: useCallback(() => {
      setTurn((count) => count + 1);
    }, []),
  };
}
