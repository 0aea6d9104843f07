import { randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { type Newsroom, startNewsroom } from '../helpers/newsroom';
import { publishStory } from '../helpers/published-stories';
import { serveNewsroom } from '../helpers/serving-newsroom';
import { isPostgres } from '../helpers/temporary-database';

const KILLS = 4;
const READERS = 32;
const LOOK_EVERY_MS = 20;
const MOST_MS = 30_000;

/** On SQLite there is one server at a time. */
const NODES = isPostgres ? 2 : 1;

describe('views whose server is killed', () => {
  let newsroom: Newsroom;
  const documentIds: string[] = [];
  const acknowledged = new Map<string, number>();
  let sent = 0;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    for (const title of ['One', 'Two', 'Three']) documentIds.push(await publishStory(newsroom, { title }));
  });

  afterAll(() => newsroom.stop());

  const sumOfTold = () => [...acknowledged.values()].reduce((sum, count) => sum + count, 0);

  /** Waits until more views were acknowledged than are on their way at once, however slow the machine is. */
  async function untilMoreAreTold(): Promise<void> {
    const [before, deadline] = [sumOfTold(), Date.now() + MOST_MS];
    while (sumOfTold() - before <= READERS) {
      if (Date.now() > deadline) throw new Error(`Only ${sumOfTold() - before} views were acknowledged in ${MOST_MS} ms`);
      await wait(LOOK_EVERY_MS);
    }
  }

  /** Reads articles until the server is gone, and remembers each view that was acknowledged. */
  async function read(address: string): Promise<void> {
    for (;;) {
      const documentId = documentIds[(sent += 1) % documentIds.length] ?? '';
      const headers = { 'user-agent': `Mozilla/5.0 reader/${sent}` };
      const answer = await fetch(`${address}/api/articles/${documentId}/views`, { method: 'POST', headers }).catch(() => undefined);
      if (answer?.status !== 200) return;
      const body = (await answer.json().catch(() => undefined)) as { meta: { counted: boolean } } | undefined;
      if (body === undefined) return;
      expect(body.meta.counted).toBe(true);
      acknowledged.set(documentId, (acknowledged.get(documentId) ?? 0) + 1);
    }
  }

  it('are all there if they were acknowledged', async () => {
    for (let kill = 0; kill < KILLS; kill += 1) {
      const servers = await Promise.all(Array.from({ length: NODES }, () => serveNewsroom({ VIEWS_PER_MINUTE: '0' })));
      const readers = servers.flatMap(({ address }) => Array.from({ length: READERS / NODES }, () => read(address)));
      await untilMoreAreTold();
      await wait(randomInt(1000));
      await Promise.all(servers.map((server) => server.kill()));
      await Promise.all(readers);
    }
    const { body } = await newsroom.get('/api/articles?locale=en&fields=views');
    const counts = new Map((body.data as { documentId: string; views: number }[]).map(({ documentId, views }) => [documentId, views]));
    for (const documentId of documentIds) {
      const [counted = 0, told = 0] = [counts.get(documentId), acknowledged.get(documentId)];
      expect(counted).toBeGreaterThanOrEqual(told);
      // What was counted but not told is at most what was on its way when the server was killed.
      expect(counted - told).toBeLessThanOrEqual(KILLS * READERS);
    }
  }, 240_000);
});
