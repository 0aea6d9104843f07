import { attemptTokenRefresh, useAuth } from '@strapi/strapi/admin';
import { useCallback, useRef } from 'react';
import { addressOf } from '../../../requests/address-of';
import { backendUrl } from '../../../requests/backend-url';
import type { PickedFile } from './picked-file';
import { SendFault } from './send-fault';
import { sendFile } from './send-file';

/** Sends a file into an upload; once more where the session's token ran out on the way. */
export function useSendFile() {
  const current = useAuth('useSendFile', ({ token }) => token);
  const token = useRef(current);
  token.current = current;

  return useCallback(async (upload: string, { name, file }: PickedFile, signal: AbortSignal, onProgress: (bytes: number) => void) => {
    const url = backendUrl() + addressOf('PUT /uploads/:id/files', { params: { id: upload }, query: { name } });
    const sendWith = (session: string | null) => sendFile({ url, file, token: session, signal, onProgress });
    try {
      await sendWith(token.current);
    } catch (error) {
      if (!(error instanceof SendFault) || error.fault.status !== 401) throw error;
      await sendWith(await attemptTokenRefresh(token.current));
    }
  }, []);
}
