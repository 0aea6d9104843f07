import fc from 'fast-check';
import { DEFAULT_PROFILE, type SiteProfile } from '../../src/plugins/importer/server/src/import/profile';
import { knownSite, learntOf } from '../../src/plugins/importer/server/src/import/survey/known-site';
import { learnFrom } from '../../src/plugins/importer/server/src/import/survey/learn';
import { createRecogniser } from '../../src/plugins/importer/server/src/import/recognise/recogniser';
import { pageText } from '../helpers/page-text';

const UTC = { ...DEFAULT_PROFILE, timeZone: 'UTC' };

const page = (date: string, index = 0) => ({
  name: `${index}.txt`,
  path: `${index}.txt`,
  bytes: Buffer.from(pageText({ title: `A story of the harbour and its lamps, part ${index}`, meta: date })),
});

/** The day of a page of a site, and what is doubtful about it. */
async function read(date: string, others: readonly string[] = [], profile: SiteProfile = UTC) {
  const pages = [date, ...others].map(page);
  // As a run keeps it, and another takes it up.
  const learnt = learntOf(knownSite(profile, learnFrom(pages, profile)));
  const { story, problems } = (await createRecogniser(profile, learnt)).recognise(page(date));
  return [story.datePublished?.slice(0, 10) ?? null, ...problems.map(({ rule }) => rule)];
}

describe('the order of day and month', () => {
  test('is that of the site, as its other pages tell', async () => {
    expect(await read('08/12/2019', ['08/25/2019', '03/01/2019'])).toEqual(['2019-08-12']);
    expect(await read('08/12/2019', ['25/08/2019', '03/01/2019'])).toEqual(['2019-12-08']);
    expect(await read('08-12-2019 10:45', ['08-25-2019 10:45'])).toEqual(['2019-08-12']);
  });

  test('is told by the date itself where a figure is no month, or a weekday fits one reading only', async () => {
    expect(await read('08/25/2019')).toEqual(['2019-08-25']);
    expect(await read('25/08/2019')).toEqual(['2019-08-25']);
    expect(await read('Monday, 08/12/2019')).toEqual(['2019-08-12']);
    expect(await read('воскресенье, 08/12/2019')).toEqual(['2019-12-08']);
    expect(await read('08/08/2019')).toEqual(['2019-08-08']);
  });

  test('is doubtful where nothing tells, or pages contradict each other', async () => {
    expect(await read('08/12/2019', ['03/01/2019', '08/08/2019'])).toEqual(['2019-12-08', 'date-order-unclear']);
    expect(await read('08/12/2019', ['25/08/2019', '08/25/2019'])).toEqual(['2019-12-08', 'date-order-unclear']);
  });

  test('is what somebody says, whatever the pages do', async () => {
    expect(await read('08/12/2019', [], { ...UTC, dateOrder: 'month-first' })).toEqual(['2019-08-12']);
    expect(await read('08/12/2019', ['08/25/2019'], { ...UTC, dateOrder: 'day-first' })).toEqual(['2019-12-08']);
    expect(await read('08.12.2019', [], { ...UTC, dateOrder: 'month-first' })).toEqual(['2019-08-12']);
  });

  test('is day first between points, unless several pages show that it is not', async () => {
    expect(await read('08.12.2019')).toEqual(['2019-12-08']);
    expect(await read('08.25.2019')).toEqual([null, 'date-invalid']);
    expect(await read('08.12.2019', ['08.25.2019', '09.26.2019', '10.27.2019'])).toEqual(['2019-08-12']);
  });

  test('any date of a site reads back, whichever order it has, when one of its pages tells', async () => {
    const day = fc.integer({ min: 0, max: 13_000 }).map((days) => new Date(Date.UTC(1990, 0, 1 + days)).toISOString().slice(0, 10));
    await fc.assert(
      fc.asyncProperty(day, fc.constantFrom('/', '-'), fc.boolean(), async (iso, separator, isMonthFirst) => {
        const [year = '', month = '', date = ''] = iso.split('-');
        const write = (m: string, d: string) => [...(isMonthFirst ? [m, d] : [d, m]), year].join(separator);
        expect(await read(write(month, date), [write('02', '28')])).toEqual([iso]);
      }),
      { numRuns: 50 },
    );
  });
});
