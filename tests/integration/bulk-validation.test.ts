import fc from 'fast-check';
import type { Content } from '../../src/plugins/importer/server/src/bulk/content/content';
import { createEntryValidator, type EntryValidator } from '../../src/plugins/importer/server/src/bulk/content/entry-validator';
import { createModels } from '../../src/plugins/importer/server/src/bulk/model/models';
import { type BulkApp, startBulkApp } from '../helpers/bulk-app';
import { blocks } from '../helpers/blocks';

const SAMPLE = 'api::sample.sample';
const RUNS = Number(process.env['BULK_RUNS'] ?? 400);

type Fields = Record<string, fc.Arbitrary<unknown>>;

const short = fc.string({ minLength: 2, maxLength: 8 });
const odd = fc.constantFrom<unknown>('', ' ', 0, -1, 1.5, true, 'true', '7', [], {}, 'x'.repeat(300), '1 ');

/** Mostly what fits, and sometimes null or what doesn't. */
const mostly = (value: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 30, arbitrary: value }, { weight: 1, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: odd });

const SCALARS: Fields = {
  short,
  plain: fc.string(),
  long: fc.oneof(fc.string({ minLength: 2, maxLength: 12 }), fc.string()),
  rich: fc.string(),
  pattern: fc.constantFrom('a', 'abc', 'd'),
  slug: fc.constantFrom('slug', 'Sl-u_g.~', '', 'слаг'),
  mail: fc.oneof(fc.emailAddress(), fc.constantFrom('a@b.example', 'a.b-c@d-e.f.org', 'a@b', 'a..b@c.de', 'a@b.c1')),
  kind: fc.constantFrom('one', 'two', 'two', 'three'),
  count: fc.integer({ min: -4, max: 6 }),
  rating: fc.double({ min: 0, max: 3, noNaN: true }),
  ratio: fc.double({ noNaN: true }),
  big: fc.constantFrom('0', '-0', '12', '+5', '007', '-900719925474099312', 4),
  flag: fc.boolean(),
  day: fc.constant('2024-02-29'),
  moment: fc.constantFrom(new Date(0), '2024-01-01T00:00:00Z'),
  extra: fc.jsonValue(),
  body: blocks,
};

const record = (fields: Fields, missing: string[] = Object.keys(fields)) =>
  fc.record(Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, mostly(value)])), {
    requiredKeys: Object.keys(fields).filter((name) => !missing.includes(name)),
  });

const contentOf = (uid: string, scalars: fc.Arbitrary<Content['scalars']>, components: fc.Arbitrary<Content['components']>) =>
  fc.record({ scalars, components }).map((content): Content => ({ uid, references: {}, links: {}, media: {}, ...content }));

const rule = contentOf(
  'part.rule',
  record({ name: fc.string({ maxLength: 4 }), level: fc.integer({ max: 5 }), note: fc.string() }, ['level']),
  fc.constant({}),
);
const picture = contentOf('part.picture', record({ caption: fc.string() }), fc.constant({}));
const rules = (maxLength: number) => fc.array(rule, { maxLength });

const sample = contentOf(
  SAMPLE,
  record(
    SCALARS,
    Object.keys(SCALARS).filter((name) => !['short', 'ratio'].includes(name)),
  ),
  fc.record(
    {
      part: rules(1),
      parts: rules(3),
      needed: fc.array(rule, { minLength: 1, maxLength: 3 }),
      zone: fc.array(fc.oneof(rule, picture), { maxLength: 3 }),
    },
    { requiredKeys: ['part', 'needed'] },
  ),
);

describe('the quick check of bulk writing', () => {
  let app: BulkApp;
  let validator: EntryValidator;

  beforeAll(async () => {
    app = await startBulkApp();
    validator = createEntryValidator(app.strapi, createModels(app.strapi), SAMPLE);
  });

  afterAll(() => app.stop());

  it('lets nothing through but what the validator of Strapi takes, and makes of it what that makes', async () => {
    const seen = { quick: 0, asked: 0 };
    const how = fc.constantFrom('whole' as const, 'partly' as const);
    const status = fc.constantFrom('draft' as const, 'published' as const);
    await fc.assert(
      fc.asyncProperty(sample, how, status, async (content, mode, state) => {
        const checked = validator.checkQuickly(content, mode, state === 'draft');
        seen[checked === undefined ? 'asked' : 'quick'] += 1;
        if (checked === undefined) return;
        expect(checked).toEqual(await validator.askStrapi({ content, status: state, locale: null }, mode));
      }),
      { numRuns: RUNS },
    );
    expect(seen.quick).toBeGreaterThan(RUNS / 100);
    expect(seen.asked).toBeGreaterThan(RUNS / 100);
  });

  it.each(Object.entries(SCALARS))('is sure of %s only where the validator of Strapi agrees', async (name, value) => {
    const fitting: Content['scalars'] = { short: 'fits', ratio: 1 };
    const given = fc.oneof({ weight: 5, arbitrary: value }, { weight: 1, arbitrary: odd }, fc.constantFrom(null, undefined));
    const status = fc.constantFrom('draft' as const, 'published' as const);
    const part: Content = { uid: 'part.rule', scalars: { name: 'r', level: 1 }, references: {}, links: {}, media: {}, components: {} };
    let quick = 0;
    await fc.assert(
      fc.asyncProperty(given, status, async (field, state) => {
        const components = { part: [part], needed: [part] };
        const content: Content = { ...part, uid: SAMPLE, scalars: { ...fitting, [name]: field }, components };
        const checked = validator.checkQuickly(content, 'whole', state === 'draft');
        if (checked === undefined) return;
        quick += 1;
        expect(checked).toEqual(await validator.askStrapi({ content, status: state, locale: null }, 'whole'));
      }),
      { numRuns: RUNS / 4 },
    );
    expect(quick).toBeGreaterThan(0);
  });
});
