import { setTimeout as wait } from 'node:timers/promises';
import { type Newsroom, startNewsroom } from '../helpers/newsroom';
import { type ServingNewsroom, serveNewsroom } from '../helpers/serving-newsroom';

const ARTICLE = 'api::article.article';

/** It is to be a second; a shared machine may take longer to answer. */
const LATEST_MS = 10_000;

/** Where readers would see an article, each with an answer that nodes keep for a while. */
const WAYS = ['/api/feed?locale=en', '/api/articles?locale=en', '/feed/rss.xml?locale=en'];

jest.setTimeout(600_000);

describe('an article that is dated ahead, on several nodes', () => {
  let newsroom: Newsroom;
  const nodes: ServingNewsroom[] = [];

  beforeAll(async () => {
    newsroom = await startNewsroom();
    for (let node = 0; node < 2; node += 1) nodes.push(await serveNewsroom());
  });

  afterAll(async () => {
    for (const node of nodes) await node.kill();
    await newsroom.stop();
  });

  it('is seen on none of them before its date, and on all of them from then on, whoever has published it', async () => {
    const title = 'The fountain is switched on';
    const addresses = nodes.flatMap(({ address }) => WAYS.map((way) => `${address}${way}`));
    const seeing = async (address: string) => (await (await fetch(address)).text()).includes(title);
    // Every node has answers without it that are kept.
    for (const address of addresses) expect(await seeing(address)).toBe(false);

    const date = Date.now() + 4000;
    const data = { title, datePublished: new Date(date).toISOString() };
    await newsroom.strapi.documents(ARTICLE).create({ data, locale: 'en', status: 'published' });
    const waiting = new Set(addresses);
    const late: number[] = [];
    while (waiting.size > 0) {
      for (const address of [...waiting]) {
        const isSeen = await seeing(address);
        const now = Date.now();
        if (now < date) expect(isSeen).toBe(false);
        if (isSeen) {
          waiting.delete(address);
          late.push(now - date);
        }
      }
      expect(Date.now()).toBeLessThan(date + LATEST_MS);
      await wait(20);
    }
    process.stderr.write(`Seen so many milliseconds after its date: ${late.join(', ')}\n`);
  });
});
