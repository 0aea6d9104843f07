import { useCallback, useEffect, useRef, useState } from 'react';
import { readFault } from '../../../requests/fault';
import { useFaultSentence } from '../../../requests/use-fault-sentence';
import { useSend } from '../../../requests/use-send';
import { sumBytes } from './check-limits';
import type { PickedFile } from './picked-file';
import { sendAll } from './send-all';
import { SendFault } from './send-fault';
import type { Uploading } from './uploading';
import { useSendFiles } from './use-send-files';

const SHOWN_EVERY_MS = 150;

/** Uploads files, and tells how far it is. Who leaves the page ends it. */
export function useUpload() {
  const { send, problem } = useSend();
  const sendFiles = useSendFiles();
  const describe = useFaultSentence();
  const [uploading, setUploading] = useState<Uploading | null>(null);
  const going = useRef<AbortController | null>(null);
  useEffect(() => () => going.current?.abort(), []);

  const change = useCallback((next: (last: Uploading) => Partial<Uploading>) => {
    setUploading((last) => last && { ...last, ...next(last) });
  }, []);

  const transfer = useCallback(
    async (id: string, files: readonly PickedFile[]) => {
      const { signal } = (going.current = new AbortController());
      let pending = { files: 0, bytes: 0 };
      let shownAt = performance.now();
      const show = () => {
        const more = pending;
        pending = { files: 0, bytes: 0 };
        shownAt = performance.now();
        change(({ sentFiles, sentBytes }) => ({ sentFiles: sentFiles + more.files, sentBytes: sentBytes + more.bytes }));
      };
      await sendAll({
        files,
        signal,
        sendTogether: (together, onProgress) => sendFiles(id, together, signal, onProgress),
        onSent: (more) => {
          pending = { files: pending.files + more.files, bytes: pending.bytes + more.bytes };
          if (performance.now() - shownAt > SHOWN_EVERY_MS) show();
        },
        onLost: (picked, error) => {
          if (signal.aborted) return;
          const message = describe(error instanceof SendFault ? error.fault : readFault(error));
          change(({ lost }) => ({ lost: [...lost, { picked, message }] }));
        },
      });
      if (signal.aborted) return;
      show();
      change(() => ({ isGoing: false }));
    },
    [sendFiles, describe, change],
  );

  const start = async (files: readonly PickedFile[]) => {
    const upload = await send('POST /uploads', {});
    if (upload === null) return;
    const name = files[0]?.name ?? '';
    const nothing = { sentFiles: 0, sentBytes: 0, lost: [] };
    setUploading({ id: upload.id, name, files: files.length, bytes: sumBytes(files), ...nothing, isGoing: true });
    await transfer(upload.id, files);
  };

  const retry = async () => {
    if (uploading === null) return;
    change(() => ({ isGoing: true, lost: [] }));
    await transfer(
      uploading.id,
      uploading.lost.map(({ picked }) => picked),
    );
  };

  const discard = () => {
    going.current?.abort();
    if (uploading !== null) void send('DELETE /uploads/:id', { params: { id: uploading.id } });
    setUploading(null);
  };

  return { uploading, problem, start, retry, discard };
}
