import fc from 'fast-check';
import { STORY_FIELDS } from '../../src/plugins/importer/server/src/import/plan/story-fields';
import { type Choices, differences, mergeFields, type Prints } from '../../src/plugins/importer/server/src/import/plan/three-way';

/** Three versions of an article, in few values, so that they often agree. */
const prints = fc.record(
  Object.fromEntries(STORY_FIELDS.map((name) => [name, fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined })])),
);

const merged = (written: Prints, standing: Prints, page: Prints): Prints => {
  const { write } = mergeFields(written, standing, page);
  return { ...standing, ...Object.fromEntries(write.map((name) => [name, page[name]])) };
};

describe('merging a page into an article', () => {
  test('never loses what an editor changed', () => {
    fc.assert(
      fc.property(prints, prints, prints, (written, standing, page) => {
        const after = merged(written, standing, page);
        for (const name of STORY_FIELDS) if (standing[name] !== written[name]) expect(after[name]).toBe(standing[name]);
      }),
    );
  });

  test('brings in what the page says anew wherever no editor was, and tells of every field where both were', () => {
    fc.assert(
      fc.property(prints, prints, prints, (written, standing, page) => {
        const { conflicts } = mergeFields(written, standing, page);
        const after = merged(written, standing, page);
        for (const name of STORY_FIELDS) {
          const isNew = page[name] !== written[name];
          if (isNew && standing[name] === written[name]) expect(after[name]).toBe(page[name]);
          expect(conflicts.includes(name)).toBe(isNew && standing[name] !== written[name] && standing[name] !== page[name]);
        }
      }),
    );
  });

  test('lets a person choose where both changed a field, and nowhere else', () => {
    const choices = fc.record(
      Object.fromEntries(STORY_FIELDS.map((name) => [name, fc.constantFrom<'mine' | 'theirs'>('mine', 'theirs')])),
      { requiredKeys: [] },
    ) as fc.Arbitrary<Choices>;
    fc.assert(
      fc.property(prints, prints, prints, choices, (written, standing, page, chosen) => {
        const asked = mergeFields(written, standing, page);
        const { write, conflicts, settled } = mergeFields(written, standing, page, chosen);
        const ofChoice = (choice: string) => asked.conflicts.filter((name) => chosen[name] === choice);
        expect(new Set(write)).toEqual(new Set([...asked.write, ...ofChoice('theirs')]));
        expect(settled).toEqual(ofChoice('mine'));
        expect(conflicts).toEqual(asked.conflicts.filter((name) => chosen[name] === undefined));
      }),
    );
  });

  test('writes nothing where the page says what it said', () => {
    fc.assert(
      fc.property(prints, prints, (written, standing) =>
        expect(mergeFields(written, standing, written)).toEqual({ write: [], conflicts: [], settled: [] }),
      ),
    );
  });

  test('tells the differences of two versions, an empty field like one that is not there', () => {
    expect(differences({ title: 'a', lead: 'b', body: undefined }, { title: 'a', lead: 'c', byline: 'd' })).toEqual(['lead', 'byline']);
  });
});
