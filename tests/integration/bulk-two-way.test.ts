import fc from 'fast-check';
import { type BulkApp, startBulkApp, type Step } from '../helpers/bulk-app';
import { livesOf, PAIRS } from '../helpers/bulk-ships';
import { tablesAfter, type Tables } from '../helpers/table-rows';

/** More of them look further: `BULK_RUNS=200 npm run test:integration -- -t …`. */
const RUNS = Number(process.env['BULK_RUNS'] ?? 8);

/**
 * In the list of a document without drafts, the draft and the published version of another may come to have the same order.
 * When the Document Service then counts the list anew, which of them comes first is the database's choice: on PostgreSQL it
 * depends on where rows lie. There the places of documents are compared, and not those of their versions.
 */
function placeDocuments(tables: Tables): Tables {
  const settled = Object.entries(tables).map(([name, rows]) => {
    const lists = new Map<unknown, string[]>();
    const documentOf = (row: Record<string, unknown>) => String(row['ship_id']).replace(/[^/]*$/, '');
    const listed = rows.filter((row) => 'port_id' in row && 'ship_ord' in row);
    for (const row of [...listed].sort((a, b) => Number(a['ship_ord']) - Number(b['ship_ord']))) {
      const list = lists.get(row['port_id']) ?? [];
      if (!list.includes(documentOf(row))) lists.set(row['port_id'], [...list, documentOf(row)]);
    }
    const placed = rows.map((row) =>
      listed.includes(row) ? { ...row, ship_ord: lists.get(row['port_id'])?.indexOf(documentOf(row)) } : row,
    );
    return [name, placed.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))] as const;
  });
  return Object.fromEntries(settled);
}

const comparable = (tables: Tables) => (process.env['TEST_POSTGRES_URL'] === undefined ? tables : placeDocuments(tables));

describe('bulk writing of two-way relations', () => {
  let app: BulkApp;

  beforeAll(async () => {
    app = await startBulkApp();
  });

  afterAll(() => app.stop());

  it.each(Object.entries(PAIRS))('leaves what the Document Service leaves: %s', async (_, sides) => {
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (g) => {
        const steps = livesOf(g, sides);
        const expected = await tablesAfter(app.strapi, () => app.oneByOne(steps), 'passed over');
        const written = await tablesAfter(app.strapi, () => app.inBulk(steps));
        expect(comparable(written)).toEqual(comparable(expected));
      }),
      { numRuns: RUNS, interruptAfterTimeLimit: 40_000 },
    );
  });

  it('leaves what the Document Service leaves: a field to one that holds two versions of a document is published', async () => {
    const flown = [{ documentId: 'ship' }];
    const steps: Step[] = [
      { uid: 'api::ship.ship', action: 'create', items: [{ documentId: 'ship', status: 'draft', data: { name: 'a' } }] },
      {
        uid: 'api::flag.flag',
        action: 'create',
        items: [{ documentId: 'flag', locale: 'en', status: 'draft', data: { name: 'a', flown } }],
      },
      {
        uid: 'api::flag.flag',
        action: 'update',
        items: [{ documentId: 'flag', locale: 'fr', status: 'published', data: { name: 'a', flown } }],
      },
      { uid: 'api::ship.ship', action: 'publish', items: [{ documentId: 'ship' }] },
    ];
    const expected = await tablesAfter(app.strapi, () => app.oneByOne(steps), 'passed over');
    const written = await tablesAfter(app.strapi, () => app.inBulk(steps));
    expect(written).toEqual(expected);
  });
});
