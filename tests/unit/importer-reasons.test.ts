import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createIntl } from 'react-intl';
import { RULES } from '../../src/plugins/importer/admin/src/parts/use-rule-words';
import { az } from '../../src/plugins/importer/admin/src/translations/az';
import { en } from '../../src/plugins/importer/admin/src/translations/en';
import { ru } from '../../src/plugins/importer/admin/src/translations/ru';
import { because, REASON_SENTENCES, reasonText } from '../../src/plugins/importer/server/src/messages/reasons';

const PROBLEMS = path.resolve(__dirname, '../../src/plugins/importer/server/src/import/problem.ts');

const CODES = Object.entries(REASON_SENTENCES).map(([code, sentence]) => {
  // The values that a sentence takes are named in its parentheses.
  const [, names = ''] = /^\(\{?([^)}]*)/.exec(sentence.toString()) ?? [];
  return { code, values: names.match(/\w+/g) ?? [] };
});

describe('why something was done with a page', () => {
  it('is one sentence in English where people read text', () => {
    const reasons = [
      because('changed', {}),
      because('kept-fields', { fields: ['title', 'body'] }),
      because('same-page', { page: 'a.txt' }),
    ];
    expect(reasonText(reasons)).toBe('the page has changed; kept as an editor left it: title, body; the same page as a.txt');
    expect(reasonText([because('later-run', { run: 7 })])).toBe('run 7 has updated it since: undo that one first');
  });

  it.each(Object.entries({ en, ru, az }))('has words in %s for every code, with all of its values', (locale, messages) => {
    const faults: string[] = [];
    const intl = createIntl({ locale, messages, onError: (error) => faults.push(error.message) });
    for (const { code, values } of CODES) {
      const words = intl.formatMessage({ id: `importer.common.reason.${code}` }, Object.fromEntries(values.map((name) => [name, 7])));
      if ((words.match(/7/g) ?? []).length !== values.length) faults.push(`${code}: ${words}`);
      if (messages !== en && words === en[`importer.common.reason.${code}`]) faults.push(`${code} is said in English`);
    }
    expect(faults).toEqual([]);
  });
});

test('the panel has a name and an advice for every rule of the server', () => {
  const [, rules = ''] = /export type Rule =([^;]*);/.exec(readFileSync(PROBLEMS, 'utf8')) ?? [];
  const names = [...rules.matchAll(/'([^']+)'/g)].map(([, name = '']) => name);
  expect(names.length).toBeGreaterThan(10);
  expect(Object.keys(RULES).sort()).toEqual(names.sort());
});
