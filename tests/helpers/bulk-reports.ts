import fc from 'fast-check';
import type { Data } from '../../src/plugins/importer/server/src/bulk/documents';
import type { Item, Step } from './bulk-app';

/** What reports may point to; it stands before they are written. */
export interface Targets {
  readonly people: readonly string[];
  readonly places: readonly string[];
  readonly topics: readonly string[];
  readonly files: readonly number[];
}

export const REPORT = 'api::report.report';
const LOCALES = ['en', 'fr'] as const;
const STATUSES = ['draft', 'published'] as const;

const text = fc.string({ unit: 'binary', maxLength: 20 }).map((value) => value.replaceAll('\u0000', ''));
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const instant = fc.date({ min: new Date('1980-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
const pad = (value: number) => String(value).padStart(2, '0');

/** Fields of a report, from scalars to components in components. */
function fieldsOf({ people, places, topics, files }: Targets) {
  const file = fc.constantFrom(...files);
  const several = <Value>(values: readonly Value[]) => fc.subarray([...values]);
  const shuffled = <Value>(values: readonly Value[]) => fc.shuffledSubarray([...values]);
  const picture = fc.record({ caption: optional(text), file: optional(file), files: several(files) }, { requiredKeys: [] });
  const section = fc.record(
    {
      heading: text.map((value) => `H${value}`),
      level: optional(fc.integer({ min: -9, max: 9 })),
      picture: optional(picture),
      pictures: fc.array(picture, { maxLength: 2 }),
      person: optional(fc.constantFrom(...people)),
      places: shuffled(places),
    },
    { requiredKeys: ['heading'] },
  );
  const inZone = fc.oneof(
    section.map((value) => ({ ...value, __component: 'part.section' })),
    picture.map((value) => ({ ...value, __component: 'part.picture' })),
  );
  return {
    title: text.map((value) => `T${value}`),
    shared: optional(text),
    count: optional(fc.integer({ min: -1000, max: 1000 })),
    big: optional(fc.bigInt({ min: -(2n ** 60n), max: 2n ** 60n }).map(String)),
    rating: optional(fc.integer({ min: -99_999, max: 99_999 }).map((value) => value / 100)),
    ratio: optional(fc.integer({ min: -99_999, max: 99_999 }).map((value) => value / 64)),
    flag: optional(fc.boolean()),
    day: optional(instant.map((date) => date.toISOString().slice(0, 10))),
    hour: optional(fc.tuple(fc.nat(23), fc.nat(59)).map(([hours, minutes]) => `${pad(hours)}:${pad(minutes)}:07`)),
    moment: optional(instant),
    stamp: optional(instant),
    kind: optional(fc.constantFrom('one', 'two')),
    mail: optional(fc.constantFrom('a@b.example', 'c@d.example')),
    rich: optional(text),
    extra: optional(fc.oneof(fc.array(fc.integer()), fc.record({ a: text, b: fc.array(fc.boolean()) }))),
    lead: optional(section),
    sections: fc.array(section, { maxLength: 2 }),
    zone: fc.array(inZone, { maxLength: 3 }),
    stamped: fc.array(picture, { maxLength: 2 }),
    author: optional(fc.constantFrom(...people)),
    people: shuffled(people),
    place: optional(fc.constantFrom(...places)),
    places: shuffled(places),
    topics: shuffled(topics),
    cover: optional(file),
    gallery: shuffled(files),
  };
}

const created = (prefix: string, data: fc.Arbitrary<Data>, localized: boolean, versioned: boolean) =>
  fc
    .array(fc.record({ data, locale: fc.constantFrom(...LOCALES), status: fc.constantFrom(...STATUSES) }), { minLength: 1, maxLength: 3 })
    .map((items) =>
      items.map(({ data: fields, locale, status }, index): Item => ({
        documentId: `${prefix}${index}`,
        data: fields,
        ...(localized ? { locale } : {}),
        ...(versioned ? { status } : {}),
      })),
    );

/** Documents that point to reports: some with versions of their own, and some without. */
function holders(reports: readonly Item[], targets: Targets) {
  const report = fc.constantFrom(...reports).map(({ documentId, locale = null }) => ({ documentId, locale }));
  const list = fc.uniqueArray(report, { maxLength: 3, selector: ({ documentId }) => documentId });
  const people = fc.shuffledSubarray([...targets.people]);
  const mention = fc.record({ note: text, report: optional(report), people }, { requiredKeys: [] });
  const shelf = fc.record(
    { name: text, reports: list, best: optional(report), mentions: fc.array(mention, { maxLength: 2 }) },
    { requiredKeys: [] },
  );
  const digest = fc.record({ name: text, reports: list, mention: optional(mention) }, { requiredKeys: [] });
  return fc.tuple(created('shelf', shelf, false, false), created('digest', digest, false, true)).map(([shelves, digests]): Step[] => [
    { uid: 'api::shelf.shelf', action: 'create', items: shelves },
    { uid: 'api::digest.digest', action: 'create', items: digests },
  ]);
}

const withCodes = (items: readonly Item[]): Item[] => items.map((item, index) => ({ ...item, data: { code: `c${index}`, ...item.data } }));

/** A batch of one kind for some of the reports. */
function laterStep(reports: readonly Item[], change: fc.Arbitrary<Data>) {
  const other = (locale: string | undefined) => (locale === 'en' ? 'fr' : 'en');
  const chosen = fc.subarray([...reports], { minLength: 1 });
  const places = chosen.map((items) => items.map(({ documentId, locale = 'en' }) => ({ documentId, locale })));
  const changes = fc
    .tuple(places, fc.array(fc.tuple(change, fc.constantFrom(...STATUSES), fc.nat(3)), { minLength: 3, maxLength: 3 }))
    .map(([items, details]) =>
      items.map((item, index): Item => {
        const [data, status, where] = details[index] ?? [{}, 'draft', 1];
        // Every fourth change is of the other language, which may have to be added.
        return where === 0 ? { ...item, locale: other(item.locale), status, data: { title: 'Other', ...data } } : { ...item, status, data };
      }),
    );
  return fc.oneof(
    { weight: 4, arbitrary: changes.map((items): Step => ({ uid: REPORT, action: 'update', items })) },
    {
      weight: 4,
      arbitrary: fc
        .tuple(places, fc.constantFrom('publish' as const, 'unpublish' as const))
        .map(([items, action]): Step => ({ uid: REPORT, action, items })),
    },
  );
}

/** Creates reports, and what points to them. */
export const creating = (targets: Targets): fc.Arbitrary<Step[]> =>
  created('report', fc.record(fieldsOf(targets), { requiredKeys: ['title'] }), true, true)
    .map(withCodes)
    .chain((items) => holders(items, targets).map((steps): Step[] => [{ uid: REPORT, action: 'create', items }, ...steps]));

/** A short life of some reports: they are created and pointed to, changed, published, unpublished and deleted. */
export const living = (targets: Targets): fc.Arbitrary<Step[]> =>
  creating(targets).chain((steps) => {
    const reports = steps[0]?.items ?? [];
    // What locales share stays as it was created: whether the i18n plugin carries a change over depends on the row that the
    // database happens to compare with. `bulk-and-editors` tests the cases that are certain.
    const { shared: _shared, stamped: _stamped, ...own } = fieldsOf(targets);
    const change = fc.record(own, { requiredKeys: [] });
    const deletion = fc
      .subarray([...reports])
      .map((items): Step => ({ uid: REPORT, action: 'delete', items: items.map(({ documentId }) => ({ documentId, locale: '*' })) }));
    return fc
      .tuple(fc.array(laterStep(reports, change), { minLength: 1, maxLength: 4 }), deletion)
      .map(([later, last]) => [...steps, ...later, last]);
  });
