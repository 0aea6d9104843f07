import { parentPort, workerData } from 'node:worker_threads';
import { messageOf } from '../../source/fault';
import type { Answer, Order } from './message';
import { createPageReader, type PageReader, type ReaderOptions } from './page-reader';
import { packPages } from './parcel';

/** Reads pages in a thread of its own: it is started by `startWorker`, with the reader's options, and answers orders until it is ended. */
async function work(): Promise<void> {
  if (parentPort === null) throw new Error('This file runs as a worker only');
  const port = parentPort;
  const read = await createPageReader(workerData as ReaderOptions);
  port.on('message', (order: Order) => answer(order, read, (reply, moved) => port.postMessage(reply, moved)));
}

function answer({ number, tasks }: Order, read: PageReader, send: (reply: Answer, moved: readonly ArrayBuffer[]) => void): void {
  try {
    const { items, moved } = packPages(tasks.map(read));
    send({ number, pages: items }, moved);
  } catch (cause) {
    send({ number, failure: messageOf(cause) }, []);
  }
}

void work();
