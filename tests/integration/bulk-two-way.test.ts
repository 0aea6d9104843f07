import fc from 'fast-check';
import { type BulkApp, startBulkApp } from '../helpers/bulk-app';
import { livesOf, PAIRS } from '../helpers/bulk-ships';
import { tablesAfter } from '../helpers/table-rows';

/** More of them look further: `BULK_RUNS=200 npm run test:integration -- -t …`. */
const RUNS = Number(process.env['BULK_RUNS'] ?? 8);

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
        expect(written).toEqual(expected);
      }),
      { numRuns: RUNS, interruptAfterTimeLimit: 40_000 },
    );
  });
});
