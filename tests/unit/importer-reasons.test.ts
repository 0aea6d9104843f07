import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { REASONS } from '../../src/plugins/importer/admin/src/parts/reasons';
import { RULES } from '../../src/plugins/importer/admin/src/parts/use-rule-words';

const SERVER = path.resolve(__dirname, '../../src/plugins/importer/server/src');

/** Where decisions are made and carried out. */
const DECIDING = ['import/plan', 'import/undo', 'store', 'import/write/write-pages.ts'];

/** Reasons are half sentences, and the only texts that begin so. */
const BEGINNING = /^(?:an|the|its|a|left|run|there|kept|texts|writing) /;

/** Not a reason, but what a problem says was expected. */
const OTHERS = ['an article that Strapi accepts'];

const filesIn = (place: string) => {
  const full = path.join(SERVER, place);
  if (place.endsWith('.ts')) return [full];
  const files = readdirSync(full, { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.ts')).map((file) => path.join(full, file));
};

/** What a template may say: each of the words that an expression chooses from, or 7 for what it tells. */
function saidBy(template: string): string[] {
  const [expression] = /\$\{(?:[^{}]|\{[^{}]*\})*\}/.exec(template) ?? [];
  if (expression === undefined) return [template];
  const choices = expression.includes('?') ? [...expression.matchAll(/'([^']+)'/g)].map(([, word = '']) => word) : ['7'];
  return choices.flatMap((choice) => saidBy(template.replace(expression, () => choice)));
}

const reasons = [
  ...new Set(
    DECIDING.flatMap(filesIn)
      .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/'([^'\n]*)'|"([^"\n]*)"|`([^`]*)`/g)])
      .flatMap(([, single, double, template]) => (template === undefined ? [single ?? double ?? ''] : saidBy(template)))
      .filter((text) => BEGINNING.test(text) && !OTHERS.includes(text)),
  ),
];

test('reasons are found in the code', () => {
  expect(reasons.length).toBeGreaterThan(25);
  expect(reasons).toEqual(expect.arrayContaining(['the page is new', 'an editor has unpublished it since', 'there are articles in it: 7']));
});

test.each(reasons)('the panel has words for what the server says: %s', (reason) => {
  expect(REASONS.filter(({ said }) => said.test(reason))).toHaveLength(1);
});

test('the panel has a name and an advice for every rule of the server', () => {
  const [, rules = ''] = /export type Rule =([^;]*);/.exec(readFileSync(path.join(SERVER, 'import/problem.ts'), 'utf8')) ?? [];
  const names = [...rules.matchAll(/'([^']+)'/g)].map(([, name = '']) => name);
  expect(names.length).toBeGreaterThan(10);
  expect(Object.keys(RULES).sort()).toEqual(names.sort());
});
