import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import type { Answer } from '../../../shared/contracts/list';
import { readFault } from './fault';
import { useFaultSentence } from './use-fault-sentence';

type Method = 'POST' | 'PUT' | 'DELETE';

export interface Sending {
  /** Answers null where it was refused; why stands in `problem`. */
  readonly send: <Data>(method: Method, path: string, body?: unknown) => Promise<Data | null>;
  readonly isSending: boolean;
  /** Why the last one was refused, in a sentence for people. */
  readonly problem: string | null;
  readonly forget: () => void;
}

/** Has the importer do something. */
export function useSend(): Sending {
  const { post, put, del } = useFetchClient();
  const describe = useFaultSentence();
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const send = useCallback(
    async <Data>(method: Method, path: string, body: unknown = {}): Promise<Data | null> => {
      setSending(true);
      setProblem(null);
      try {
        const request = {
          POST: () => post<Answer<Data>>(path, body),
          PUT: () => put<Answer<Data>>(path, body),
          DELETE: () => del<Answer<Data>>(path),
        };
        return (await request[method]()).data.data;
      } catch (error) {
        setProblem(describe(readFault(error)));
        return null;
      } finally {
        setSending(false);
      }
    },
    [post, put, del, describe],
  );

  const forget = useCallback(() => {
    setProblem(null);
  }, []);
  return { send, isSending, problem, forget };
}
