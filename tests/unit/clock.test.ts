import fc from 'fast-check';
import { createClock } from '../../src/plugins/importer/server/src/import/recognise/dates/clock';
import { momentOf } from '../../src/plugins/importer/server/src/import/recognise/dates/moment';

/** Zones whose clocks are put at midnight, by half an hour, twice around Ramadan, over a whole day, or not at all. */
const ZONES = [
  'Asia/Baku',
  'Europe/Kyiv',
  'America/Havana',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Pacific/Apia',
  'Asia/Kathmandu',
  'UTC',
];

const time = fc.tuple(fc.nat(25), fc.nat(61), fc.nat(61));

const date = fc.record({
  year: fc.oneof(fc.integer({ min: 1960, max: 2080 }), fc.constantFrom(0, 5, 1900, 2011, 2019, 9999)),
  month: fc.integer({ min: 0, max: 13 }),
  day: fc.integer({ min: 0, max: 32 }),
  time: fc.option(time),
  zone: fc.option(fc.constantFrom('UTC', 'UTC-12', 'UTC+5:45', 'UTC+14', 'America/New_York'), { freq: 5 }),
  figures: fc.constant(null),
  written: fc.constant(''),
  before: fc.constant(''),
  after: fc.constant(''),
});

test.each(ZONES)('a clock tells the moments that the rules of its zone tell: %s', (zone) => {
  const clock = createClock(zone);
  fc.assert(
    fc.property(date, (written) => {
      expect(clock.momentOf(written)).toEqual(momentOf(written, zone));
      expect(clock.momentOf({ ...written, time: [12, 30, 0] })).toEqual(momentOf({ ...written, time: [12, 30, 0] }, zone));
    }),
    { numRuns: 1000 },
  );
});
