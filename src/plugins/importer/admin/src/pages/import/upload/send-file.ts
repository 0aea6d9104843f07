import { readRefusal } from '../../../requests/read-refusal';
import type { Fault } from '../../../requests/fault';
import { SendFault } from './send-fault';

interface FileToSend {
  readonly url: string;
  /** The bytes of a file, or a form of several. */
  readonly body: File | FormData;
  readonly token: string | null;
  readonly signal: AbortSignal;
  /** Bytes that have left. */
  readonly onProgress: (bytes: number) => void;
}

/** A proxy before the server may answer with something else. */
function readMessage(body: string): Fault['messages'] {
  try {
    return readRefusal((JSON.parse(body) as { readonly error?: unknown } | null)?.error);
  } catch {
    return [];
  }
}

/**
 * Sends files as the body of a request. `fetch` can't tell how much of it has left, so this is the older way.
 *
 * @throws SendFault with what the server says; its status is null where the server wasn't reached.
 */
export function sendFile({ url, body, token, signal, onProgress }: FileToSend): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail = (fault: Fault) => {
      reject(new SendFault(fault));
    };
    request.open('PUT', url);
    request.setRequestHeader('Authorization', `Bearer ${token ?? ''}`);
    // For a form the browser sets the content type itself, with the boundary.
    if (body instanceof File) request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.onprogress = ({ loaded }) => {
      onProgress(loaded);
    };
    request.onload = () => {
      const { status } = request;
      if (status >= 200 && status < 300) resolve();
      else fail({ status, messages: status < 500 ? readMessage(request.responseText) : [] });
    };
    request.onerror = () => {
      fail({ status: null, messages: [] });
    };
    request.onabort = request.onerror;
    signal.addEventListener('abort', () => {
      request.abort();
    });
    request.send(body);
  });
}
