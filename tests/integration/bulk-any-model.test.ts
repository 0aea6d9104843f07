import fc from 'fast-check';
import { type BulkApp, startBulkApp } from '../helpers/bulk-app';
import { creating, living, type Targets } from '../helpers/bulk-reports';
import { tablesAfter } from '../helpers/table-rows';

/** More of them look further: `BULK_RUNS=200 npm run test:integration -- -t …`. */
const RUNS = Number(process.env['BULK_RUNS'] ?? 12);

describe('bulk writing for content types of every kind', () => {
  let app: BulkApp;
  let targets: Targets;

  beforeAll(async () => {
    app = await startBulkApp();
    const { strapi } = app;
    await app.inBulk([
      {
        uid: 'api::person.person',
        action: 'create',
        items: [
          { documentId: 'published', status: 'published', data: { name: 'Published' } },
          { documentId: 'draft', data: { name: 'Draft' } },
        ],
      },
      {
        uid: 'api::place.place',
        action: 'create',
        items: ['sea', 'shore', 'town'].map((documentId) => ({ documentId, data: { name: documentId } })),
      },
      {
        uid: 'api::topic.topic',
        action: 'create',
        items: ['news', 'sport'].map((documentId) => ({ documentId, locale: 'en', data: { name: documentId } })),
      },
      {
        uid: 'api::topic.topic',
        action: 'update',
        items: ['news', 'sport'].map((documentId) => ({ documentId, locale: 'fr', data: { name: documentId } })),
      },
    ]);
    const file = (index: number) => ({
      name: `file${index}`,
      hash: `hash${index}`,
      mime: 'image/png',
      size: 1,
      url: '/x',
      provider: 'local',
    });
    const files: number[] = [];
    for (const index of [1, 2, 3]) {
      const { id } = (await strapi.db.query('plugin::upload.file').create({ data: file(index) })) as { id: number };
      files.push(id);
    }
    targets = { people: ['published', 'draft'], places: ['sea', 'shore', 'town'], topics: ['news', 'sport'], files };
  });

  afterAll(() => app.stop());

  it('creates what the Document Service creates', async () => {
    await fc.assert(
      fc.asyncProperty(creating(targets), async (steps) => {
        const expected = await tablesAfter(app.strapi, () => app.oneByOne(steps), 'passed over');
        const written = await tablesAfter(app.strapi, () => app.inBulk(steps));
        expect(written).toEqual(expected);
      }),
      { numRuns: RUNS, interruptAfterTimeLimit: 40_000 },
    );
  });

  it('changes what the Document Service changes', async () => {
    await fc.assert(
      fc.asyncProperty(living(targets), async (steps) => {
        const expected = await tablesAfter(app.strapi, () => app.oneByOne(steps), 'passed over');
        const written = await tablesAfter(app.strapi, () => app.inBulk(steps));
        expect(written).toEqual(expected);
      }),
      { numRuns: RUNS, interruptAfterTimeLimit: 40_000 },
    );
  });
});
