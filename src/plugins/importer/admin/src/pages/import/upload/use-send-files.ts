import { attemptTokenRefresh, useAuth } from '@strapi/strapi/admin';
import { useCallback, useRef } from 'react';
import { addressOf } from '../../../requests/address-of';
import { backendUrl } from '../../../requests/backend-url';
import type { PickedFile } from './picked-file';
import { SendFault } from './send-fault';
import { sendFile } from './send-file';

/** Several files as a form. What they are called stands beside them, since a browser changes the names of files in forms. */
function formOf(files: readonly PickedFile[]): FormData {
  const form = new FormData();
  form.append('names', JSON.stringify(files.map(({ name }) => name)));
  for (const [index, { file }] of files.entries()) form.append('files', file, String(index));
  return form;
}

/** Sends one file or several into an upload; once more where the session's token ran out on the way. */
export function useSendFiles() {
  const current = useAuth('useSendFiles', ({ token }) => token);
  const token = useRef(current);
  token.current = current;

  return useCallback(async (upload: string, files: readonly PickedFile[], signal: AbortSignal, onProgress: (bytes: number) => void) => {
    const [only] = files.length === 1 ? files : [];
    const params = { id: upload };
    const url = backendUrl() + addressOf('PUT /uploads/:id/files', { params, query: only === undefined ? {} : { name: only.name } });
    const body = only?.file ?? formOf(files);
    const sendWith = (session: string | null) => sendFile({ url, body, token: session, signal, onProgress });
    try {
      await sendWith(token.current);
    } catch (error) {
      if (!(error instanceof SendFault) || error.fault.status !== 401) throw error;
      await sendWith(await attemptTokenRefresh(token.current));
    }
  }, []);
}
