import { newDocumentId } from '../../src/plugins/importer/server/src/store/document-id';

afterEach(() => jest.restoreAllMocks());

/** The part that tells the time: a letter, and nine characters. */
const timeIn = (id: string) => id.slice(0, 10);

test('ids look like those that Strapi makes, and none comes twice', () => {
  const ids = Array.from({ length: 5000 }, newDocumentId);
  for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9]{23}$/);
  expect(new Set(ids).size).toBe(ids.length);
});

test('ids of one moment lie side by side, and those of a later one behind them', () => {
  const clock = jest.spyOn(Date, 'now').mockReturnValue(1_695_200_000_000);
  const [first, second] = [newDocumentId(), newDocumentId()];
  clock.mockReturnValue(1_695_200_000_001);
  const later = newDocumentId();
  expect(timeIn(second)).toBe(timeIn(first));
  expect(timeIn(later) > timeIn(first)).toBe(true);
  clock.mockReturnValue(1_695_200_000_000);
  expect(timeIn(newDocumentId())).toBe(timeIn(first));
});
