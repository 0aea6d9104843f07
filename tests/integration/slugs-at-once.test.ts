import { type Newsroom, startNewsroom } from '../helpers/newsroom';

const ARTICLE = 'api::article.article';

let newsroom: Newsroom;

beforeAll(async () => {
  newsroom = await startNewsroom();
});

afterAll(() => newsroom.stop());

const create = (title: string) => newsroom.strapi.documents(ARTICLE).create({ data: { title }, locale: 'ru' });

/**
 * Keeps back what the next look for articles finds, for whoever looks.
 *
 * @returns a promise of the look, and what hands its answer on.
 */
function keepBackOneLook(): { looked: Promise<void>; handOn: () => void } {
  const { db } = newsroom.strapi;
  const query = db.query.bind(db);
  let handOn: () => void = () => undefined;
  const handedOn = new Promise<void>((resolve) => (handOn = resolve));
  const looked = new Promise<void>((resolve) => {
    const spy = jest.spyOn(db, 'query').mockImplementation((uid) => {
      const rows = query(uid);
      if (uid !== ARTICLE) return rows;
      const findMany = async (parameters: Parameters<typeof rows.findMany>[0]): Promise<unknown[]> => {
        spy.mockRestore();
        const found: unknown[] = await rows.findMany(parameters);
        resolve();
        await handedOn;
        return found;
      };
      return { ...rows, findMany };
    });
  });
  return { looked, handOn };
}

test('two articles get two slugs, even when one is made while the other waits to hear whether its slug is free', async () => {
  const { looked, handOn } = keepBackOneLook();
  const slow = create('Наперегонки');
  await looked;
  expect((await create('Наперегонки')).slug).toBe('naperegonki');
  handOn();
  expect((await slow).slug).toBe('naperegonki-2');
});
