import { parentPort } from 'node:worker_threads';
import { messageOf } from '../source/fault';
import { createClearing } from './clear-away';
import { type Answer, type Order, transferablesOf } from './message';
import { createPageReader, type PageReader, type ReaderOptions } from './page-reader';

type Send = (reply: Answer, moved: readonly ArrayBuffer[]) => void;

/**
 * Reads pages in a thread of its own: it is started by `startWorker`, told the reader's options first, and answers orders until it
 * is ended.
 */
function work(): void {
  if (parentPort === null) throw new Error('This file runs as a worker only');
  const port = parentPort;
  let reader: Promise<PageReader> | undefined;
  const send: Send = (reply, moved) => port.postMessage(reply, moved);
  port.on('message', (message: ReaderOptions | Order) => {
    if (!('tasks' in message)) reader = createPageReader(message);
    else void reader?.then((read) => answer(message, read, send));
  });
}

const clearAfter = createClearing();

function answer({ number, tasks }: Order, readPage: PageReader, send: Send): void {
  try {
    const pages = tasks.map(readPage);
    send({ number, pages }, transferablesOf(pages.flatMap(({ recognition }) => [recognition?.story.body, recognition?.bytes])));
  } catch (cause) {
    send({ number, failure: messageOf(cause) }, []);
  }
  clearAfter(tasks.reduce((sum, { size }) => sum + size, 0));
}

work();
