import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createIntl } from 'react-intl';
import { az } from '../../src/plugins/importer/admin/src/translations/az';
import { en } from '../../src/plugins/importer/admin/src/translations/en';
import { ru } from '../../src/plugins/importer/admin/src/translations/ru';
import { REASON_SENTENCES } from '../../src/plugins/importer/server/src/messages/reasons';
import { SENTENCES } from '../../src/plugins/importer/server/src/messages/sentences';

const SOURCE = path.resolve(__dirname, '../../src/plugins/importer/admin/src');

const LANGUAGES = { en, ru, az };
const NAMES = ['en', 'ru', 'az'] as const;

/** Every word that the code names: only those of codes are put together from parts. */
const used = new Set([
  ...readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => readFileSync(path.join(SOURCE, file), 'utf8').match(/(?<=')importer\.[\w.-]+(?=')/g) ?? []),
  ...Object.keys(SENTENCES).map((code) => `importer.message.${code}`),
  ...Object.keys(REASON_SENTENCES).map((code) => `importer.common.reason.${code}`),
]);

/** What a message must be given: `{name}`, or `{count, plural, …}`. */
const argumentsOf = (message: string) => [...new Set([...message.matchAll(/\{(\w+)(?=\s*[,}])/g)].map(([, name = '']) => name))].sort();

const pluralsOf = (message: string) => [...message.matchAll(/\{(\w+), plural,/g)].map(([, name = '']) => name).sort();

describe("the importer's words in the panel", () => {
  it.each(NAMES)('are all there in %s, and none is empty', (language) => {
    expect(Object.keys(LANGUAGES[language]).sort()).toEqual([...used].sort());
    expect(Object.entries(LANGUAGES[language]).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it.each(Object.keys(en))('take the same values in every language: %s', (word) => {
    const wanted = argumentsOf(en[word] ?? '');
    expect(NAMES.map((language) => argumentsOf(LANGUAGES[language][word] ?? ''))).toEqual([wanted, wanted, wanted]);
  });

  it.each(NAMES)('can be said in %s', (language) => {
    const faults: string[] = [];
    const intl = createIntl({ locale: language, messages: LANGUAGES[language], onError: (error) => faults.push(error.message) });
    for (const [word, message] of Object.entries(LANGUAGES[language])) {
      const values = Object.fromEntries(argumentsOf(message).map((name) => [name, 1]));
      intl.formatMessage({ id: word }, values);
    }
    expect(faults).toEqual([]);
  });

  it('have all the plural forms that Russian has', () => {
    const lacking = Object.entries(ru).filter(([, message]) =>
      ['one', 'few', 'many', 'other'].some(
        (form) => (message.match(new RegExp(`\\b${form} \\{`, 'g')) ?? []).length !== pluralsOf(message).length,
      ),
    );
    expect(lacking).toEqual([]);
  });
});
