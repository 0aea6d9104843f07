import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createIntl } from 'react-intl';
import { readRefusal } from '../../src/plugins/importer/admin/src/requests/read-refusal';
import { az } from '../../src/plugins/importer/admin/src/translations/az';
import { en } from '../../src/plugins/importer/admin/src/translations/en';
import { ru } from '../../src/plugins/importer/admin/src/translations/ru';
import { SENTENCES } from '../../src/plugins/importer/server/src/messages/sentences';
import type { Code } from '../../src/plugins/importer/shared/contracts/messages';

const SERVER = path.resolve(__dirname, '../../src/plugins/importer/server/src');

const LANGUAGES = { en, ru, az };

const CODES = Object.keys(SENTENCES) as Code[];

const wordOf = (code: Code) => `importer.message.${code}` as const;

/** What no panel ever sends: the program that sends it is wrong, and its people read English. */
const FOR_PROGRAMS = [
  'history/keep-actions.ts',
  'controllers/imports/put-file.ts',
  'controllers/checked.ts',
  'controllers/user-of.ts',
  'controllers/partners/partner-access.ts',
];

/** The values that a sentence of the server takes. */
const valuesOf = (code: Code): readonly string[] => /^\(\{([^}]*)\}\)/.exec(SENTENCES[code].toString())?.[1]?.match(/\w+/g) ?? [];

const argumentsOf = (message: string) => [...message.matchAll(/\{(\w+)(?=\s*[,}])/g)].map(([, name = '']) => name);

describe('what the server says', () => {
  it('has a code, and a sentence of the panel for each', () => {
    expect(CODES.length).toBeGreaterThan(50);
    expect(
      Object.keys(en)
        .filter((id) => id.startsWith('importer.message.'))
        .sort(),
    ).toEqual(CODES.map(wordOf).sort());
  });

  it.each(Object.keys(LANGUAGES) as (keyof typeof LANGUAGES)[])('is said in %s, and in no other language', (language) => {
    const faults: string[] = [];
    const intl = createIntl({ locale: language, messages: LANGUAGES[language], onError: (error) => faults.push(error.message) });
    for (const code of CODES) {
      const sentence = intl.formatMessage(
        { id: wordOf(code) },
        Object.fromEntries(argumentsOf(en[wordOf(code)] ?? '').map((name) => [name, 7])),
      );
      if (sentence === '' || sentence === wordOf(code) || sentence.includes('{')) faults.push(`${code}: ${sentence}`);
      if (language !== 'en' && LANGUAGES[language][wordOf(code)] === en[wordOf(code)]) faults.push(`${code} is said in English`);
    }
    expect(faults).toEqual([]);
  });

  it('is said with no more values than the server gives', () => {
    const unknown = CODES.flatMap((code) =>
      argumentsOf(en[wordOf(code)] ?? '').flatMap((name) => (name === 'rule' || valuesOf(code).includes(name) ? [] : [`${code}: ${name}`])),
    );
    expect(unknown).toEqual([]);
  });

  it('is refused with its code wherever the server refuses something', () => {
    const files = readdirSync(SERVER, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.ts') && !FOR_PROGRAMS.includes(file),
    );
    const bare = files.filter((file) =>
      /new errors\.\w+\(|new (?:Busy|Source|Undo|LeaseLost|NotResumable)Error\((?!\s*(?:message\(|row === null \? message\())/.test(
        readFileSync(path.join(SERVER, file), 'utf8'),
      ),
    );
    expect(bare).toEqual([]);
  });
});

describe('a refusal that the panel reads', () => {
  const title = { path: ['fields', 'title'], message: 'it must not be empty', code: 'field-empty', values: {} };
  const date = { path: ['fields', 'datePublished'], message: 'a date', code: 'date-unreadable', values: { text: 'вчера' } };

  it('tells its code and its values', () => {
    const details = { code: 'upload-full-files', values: { files: 3 } };
    expect(readRefusal({ message: 'An upload holds 3 files at most', details })).toEqual([
      { code: 'upload-full-files', values: { files: 3 }, message: 'An upload holds 3 files at most', path: [] },
    ]);
  });

  it('tells of each field', () => {
    expect(readRefusal({ message: 'both', details: { errors: [title, date] } })).toEqual([title, date]);
  });

  it.each([
    ['one of its faults has no code', { errors: [title, { path: ['page'], message: 'too long' }] }],
    ['it has no details', undefined],
    ['it has others', { errors: [] }],
    ['they are no object', 'none'],
  ])("is told in the server's sentence where %s", (_why, details) => {
    expect(readRefusal({ message: 'The sentence', details })).toEqual([{ code: null, values: {}, message: 'The sentence', path: [] }]);
  });

  it.each([null, undefined, 'Bad gateway', {}])('is none where nothing is told: %j', (error) => {
    expect(readRefusal(error)).toEqual([]);
  });
});
