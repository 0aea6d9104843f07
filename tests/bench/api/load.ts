import autocannon from 'autocannon';
import { percentile } from '../percentile';

/** What is asked for, over and over. */
export interface Load {
  readonly method?: 'GET' | 'POST';
  /** Paths with queries, asked for in turn. Each connection has a share of its own. */
  readonly paths: readonly string[];
  /** Sent as JSON. */
  readonly body?: object;
  readonly connections?: number;
  /** How many answers are waited for, where they are too slow to be counted by the second. */
  readonly amount?: number;
}

/** A load, and the server that it is sent to. */
export interface AimedLoad {
  readonly url: string;
  readonly load: Load;
}

export interface Figures {
  /** Answers in a second. */
  readonly rps: number;
  /** Milliseconds until half of the answers, and 99 % of them, were there. */
  readonly p50: number;
  readonly p99: number;
}

/** What came of a load so far. */
interface Gathered {
  readonly latencies: number[];
  seconds: number;
}

const CONNECTIONS = 8;
const WARM_UP_SECONDS = 2;
const TURN_SECONDS = 1;
const TIMEOUT_SECONDS = 300;

function requestsOf({ method = 'GET', paths, body }: Load) {
  return paths.map((path) => ({
    method,
    path,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  }));
}

/** What each connection asks for: all together ask for every path, and each turn begins with another one. */
function sharesOf(load: Load, turn: number) {
  const { connections = CONNECTIONS } = load;
  const requests = requestsOf(load);
  const length = Math.ceil(requests.length / connections);
  const at = (place: number) => requests[place % requests.length] ?? {};
  return Array.from({ length: connections }, (_, connection) => {
    const first = Math.floor((connection * requests.length) / connections) + turn * connections;
    return Array.from({ length }, (_one, index) => at(first + index));
  });
}

/** Sends a load for a while. @param turn which time it is. */
function send({ url, load }: AimedLoad, seconds: number, turn: number): Promise<Gathered> {
  const { paths, connections = CONNECTIONS, amount } = load;
  const shares = sharesOf(load, turn);
  const extent = amount === undefined ? { duration: seconds } : { amount };
  let opened = 0;
  // To prepare a request takes a while: no connection prepares those of the others.
  const setupClient = (client: autocannon.Client) => {
    client.setRequests(shares[opened] ?? []);
    opened += 1;
  };
  return new Promise((resolve, reject) => {
    const latencies: number[] = [];
    let refused = 0;
    const options = { url, connections, setupClient, timeout: TIMEOUT_SECONDS, ...extent };
    const instance = autocannon(options, (error: unknown, result) => {
      if (error instanceof Error) reject(error);
      else if (refused + result.errors > 0) reject(new Error(`${paths[0] ?? ''}: ${refused} refused, ${result.errors} failed`));
      else resolve({ latencies, seconds: result.duration });
    });
    instance.on('response', (_client, status, _bytes, milliseconds) => {
      if (status >= 400) refused += 1;
      latencies.push(milliseconds);
    });
  });
}

/** Autocannon's own percentiles are whole milliseconds, which is too coarse here. */
function figuresOf({ latencies, seconds }: Gathered): Figures {
  const sorted = Float64Array.from(latencies).sort();
  return { rps: latencies.length / seconds, p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99) };
}

/**
 * Measures loads: each asks from several connections, on each as soon as the one before is answered. After two seconds of warming
 * up for each they take turns of a second, so that what a shared machine does meanwhile is the same for all of them. Those that
 * wait for an amount of answers are sent once, before.
 *
 * @param seconds how long each lasts altogether.
 * @throws Error when a request is refused or fails.
 */
export async function measureLoads(loads: readonly AimedLoad[], seconds: number): Promise<Figures[]> {
  const gathered = loads.map((): Gathered => ({ latencies: [], seconds: 0 }));
  const take = async (aimed: AimedLoad, index: number, turn: number) => {
    const { latencies, seconds: took } = await send(aimed, TURN_SECONDS, turn);
    const all = gathered[index];
    if (all === undefined) return;
    for (const latency of latencies) all.latencies.push(latency);
    all.seconds += took;
  };
  for (const [index, aimed] of loads.entries()) {
    if (aimed.load.amount === undefined) await send(aimed, WARM_UP_SECONDS, 0);
    else await take(aimed, index, 0);
  }
  for (let turn = 1; turn <= seconds / TURN_SECONDS; turn += 1) {
    for (const [index, aimed] of loads.entries()) if (aimed.load.amount === undefined) await take(aimed, index, turn);
  }
  return gathered.map(figuresOf);
}
