import { measureSpeed, remember, type Sample } from '../../src/plugins/importer/admin/src/pages/run/progress/measure-speed';

/** What is remembered after a run was at these positions, each a second after the one before. */
const watch = (...positions: readonly number[]) =>
  positions.reduce<readonly Sample[]>((samples, position, second) => remember(samples, { at: second * 1000, position }), []);

it('counts pages a second', () => {
  expect(measureSpeed(watch(100, 150, 200, 250))).toBe(50);
  expect(measureSpeed(watch(10, 10, 11, 11, 12))).toBeCloseTo(2 / 3);
});

it('says nothing before enough was seen', () => {
  expect(measureSpeed([])).toBeNull();
  expect(measureSpeed(watch(100))).toBeNull();
  expect(measureSpeed(watch(100, 150, 200))).toBeNull();
});

it('says nothing of a run that stands still', () => {
  expect(measureSpeed(watch(7, 7, 7, 7, 7, 7))).toBeNull();
});

it('does not count the time in which a run reads through its pages, before the first is done', () => {
  expect(measureSpeed(watch(0, 0, 0, 0, 0, 50, 100, 150))).toBe(50);
  expect(measureSpeed(watch(0, 0, 0, 0, 0, 50))).toBeNull();
  expect(measureSpeed(watch(600, 600, 600, 600, 640, 680, 720))).toBe(40);
});

it('counts a halt on the way', () => {
  expect(measureSpeed(watch(0, 50, 100, 100, 100))).toBe(25);
});

it('forgets what was before a step back: the run was started anew', () => {
  expect(measureSpeed(watch(100, 200, 300, 0, 10, 20, 30))).toBe(10);
});

it('forgets what is older than the last seconds', () => {
  const fast = Array.from({ length: 30 }, (_, second) => second * 100);
  const slow = Array.from({ length: 30 }, (_, second) => 3000 + second * 10);
  expect(measureSpeed(watch(...fast, ...slow))).toBe(10);
});
