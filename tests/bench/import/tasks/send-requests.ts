import { Agent, get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

interface Request {
  readonly port: number;
  /** Addresses that are asked for one after the other, over and over. */
  readonly paths: readonly string[];
  readonly seconds: number;
  readonly perSecond: number;
}

/** One request and its answer. */
export interface Sample {
  /** Milliseconds of the clock. */
  readonly sentAt: number;
  /** From sending to the last byte of the answer. */
  readonly milliseconds: number;
  readonly ok: boolean;
}

/** So long an answer is waited for. */
const LONGEST_WAIT_MS = 60_000;

function ask(agent: Agent, port: number, path: string): Promise<Sample> {
  const sentAt = Date.now();
  const started = performance.now();
  return new Promise((resolve) => {
    const end = (ok: boolean) => resolve({ sentAt, milliseconds: performance.now() - started, ok });
    const request = get({ agent, host: '127.0.0.1', port, path, timeout: LONGEST_WAIT_MS }, (answer) => {
      answer.resume().on('end', () => end(answer.statusCode === 200));
    });
    request.on('timeout', () => request.destroy()).on('error', () => end(false));
  });
}

/**
 * Sends requests at a constant pace, whether earlier ones are answered or not: a server that stands still for a second gets
 * all requests of that second, and each of them counts. Connections are kept.
 */
export async function sendRequests({ port, paths, seconds, perSecond }: Request): Promise<Sample[]> {
  const agent = new Agent({ keepAlive: true });
  const answers: Promise<Sample>[] = [];
  const started = performance.now();
  for (let sent = 0; sent < seconds * perSecond; sent += 1) {
    const early = started + (sent * 1000) / perSecond - performance.now();
    if (early > 0) await wait(early);
    answers.push(ask(agent, port, paths[sent % paths.length] ?? '/'));
  }
  const samples = await Promise.all(answers);
  agent.destroy();
  return samples;
}
