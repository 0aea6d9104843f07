import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import type { ActName, AnswerOf, Sent } from '../../../shared/contracts/endpoints';
import type { Answer } from '../../../shared/contracts/list';
import { addressOf } from './address-of';
import { readFault } from './fault';
import { useFaultSentence } from './use-fault-sentence';

export interface Sending {
  /** Answers null where it was refused; why stands in `problem`. */
  readonly send: <Name extends ActName>(name: Name, sent: Sent<Name>) => Promise<AnswerOf<Name> | null>;
  readonly isSending: boolean;
  /** Why the last one was refused, in a sentence for people. */
  readonly problem: string | null;
  readonly forget: () => void;
}

/** Of `POST /runs`, `POST`. */
const methodOf = (name: ActName) => name.slice(0, name.indexOf(' ')) as 'POST' | 'PUT' | 'DELETE';

/** Has the importer do something. */
export function useSend(): Sending {
  const { post, put, del } = useFetchClient();
  const describe = useFaultSentence();
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const send = useCallback(
    async <Name extends ActName>(name: Name, sent: Sent<Name>): Promise<AnswerOf<Name> | null> => {
      type Answered = Answer<AnswerOf<Name>>;
      const address = addressOf(name, sent);
      const { body = {} } = sent as { readonly body?: unknown };
      setSending(true);
      setProblem(null);
      try {
        const requests = {
          POST: () => post<Answered>(address, body),
          PUT: () => put<Answered>(address, body),
          DELETE: () => del<Answered>(address),
        };
        return (await requests[methodOf(name)]()).data.data;
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
