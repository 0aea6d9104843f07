import { useNotification } from '@strapi/strapi/admin';
import { useEffect } from 'react';
import { type Sending, useSend } from './use-send';

/** `useSend` for buttons that have no room for a sentence: a refusal is shown in Strapi's notifications. */
export function useTellingSend(): Sending {
  const sending = useSend();
  const { toggleNotification } = useNotification();
  const { problem } = sending;
  useEffect(() => {
    if (problem !== null) toggleNotification({ type: 'danger', message: problem });
  }, [problem, toggleNotification]);
  return sending;
}
