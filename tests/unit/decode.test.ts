import fc from 'fast-check';
import iconv from 'iconv-lite';
import { DEFAULT_PROFILE } from '../../src/plugins/importer/server/src/import/profile';
import { encode, PAGE, textDecoded, textOf } from '../helpers/encoded-page';
import { decode } from '../../src/plugins/importer/server/src/import/read/decode';

const { encodings } = DEFAULT_PROFILE;

const WORDS = {
  ru: 'утром на старом мосту у гавани снова зажгли фонари и жители вышли гулять по набережной где пахнет морем хлебом ёлками подъезд щука объявление эхо юг чайка цирк'.split(
    ' ',
  ),
  azWithoutSchwa:
    'Şeher köhne körpüde İşıq fenerler yeniden yandı ve sakinler deniz kenarında gezmeye çıxdılar çörek qoxusu küçe işıq üzüm ağac'.split(
      ' ',
    ),
  uk: 'вранці на старому мосту біля гавані знову запалили ліхтарі і їхні мешканці вийшли гуляти набережною де пахне морем хлібом є ще чайка'.split(
    ' ',
  ),
  az: 'səhər köhnə körpüdə fənərlər yenidən yandı və sakinlər dəniz kənarında gəzməyə çıxdılar çörək qoxusu küçə işıq üzüm ağac ilıq gün'.split(
    ' ',
  ),
  en: 'in the morning the lamps on the old bridge were lit again and people went for a walk along the shore with bread and tea'.split(' '),
};

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** A text of sentences, long enough for its letters to be counted. */
function textIn(language: keyof typeof WORDS): fc.Arbitrary<string> {
  const sentence = fc.shuffledSubarray(WORDS[language], { minLength: 6, maxLength: 14 }).map((words) => `${capital(words.join(' '))}.`);
  return fc.array(sentence, { minLength: 12, maxLength: 24 }).map((sentences) => sentences.join('\n\n'));
}

const MARK = '\uFEFF';

describe('a text decodes back', () => {
  test.each([
    ['ru', 'windows-1251'],
    ['ru', 'KOI8-R'],
    ['ru', 'ISO-8859-5'],
    ['ru', 'IBM866'],
    ['ru', 'maccyrillic'],
    ['uk', 'windows-1251'],
    ['uk', 'KOI8-U'],
    ['azWithoutSchwa', 'windows-1254'],
    ['ru', 'UTF-8'],
    ['ru', 'UTF-16LE'],
    ['ru', 'UTF-16BE'],
    ['az', 'UTF-8'],
    ['az', 'UTF-16LE'],
    ['az', 'UTF-16BE'],
    ['en', 'UTF-8'],
    ['en', 'UTF-16LE'],
    ['en', 'UTF-16BE'],
  ] as const)('%s in %s', (language, encoding) => {
    fc.assert(
      fc.property(textIn(language), (text) => {
        expect(decode(encode(text, encoding), encodings)).toEqual({ text, encoding, isTidy: true });
      }),
    );
  });

  test.each(['UTF-8', 'UTF-16LE', 'UTF-16BE'])('without its byte order mark: %s', (encoding) => {
    fc.assert(
      fc.property(fc.oneof(textIn('ru'), textIn('az'), textIn('en')), (text) => {
        expect(decode(encode(MARK + text, encoding), encodings)?.text).toBe(text);
      }),
    );
  });

  test('in upper case, in every Cyrillic encoding', () => {
    fc.assert(
      fc.property(textIn('ru'), fc.constantFrom('windows-1251', 'KOI8-R', 'ISO-8859-5', 'IBM866', 'maccyrillic'), (text, encoding) => {
        expect(decode(encode(text.toUpperCase(), encoding), encodings)?.text).toBe(text.toUpperCase());
      }),
    );
  });

  test('English with a Cyrillic word or two in windows-1251', () => {
    fc.assert(
      fc.property(textIn('en'), fc.constantFrom('Городская жизнь', 'Наши партнёры', 'Лента новостей'), (text, words) => {
        expect(decode(encode(`${text}\n\n${words}`, 'windows-1251'), encodings)?.text).toBe(`${text}\n\n${words}`);
      }),
    );
  });

  test('Azerbaijani without schwa, with typographic quotes, dash or euro', () => {
    fc.assert(
      fc.property(textIn('azWithoutSchwa'), fc.constantFrom('windows-1254', 'IBM857', 'macturkish'), (text, encoding) => {
        const signs = encoding === 'IBM857' ? `«${text}»` : `“${text}” – 5 ${encoding === 'windows-1254' ? '€' : '•'}`;
        expect(decode(encode(signs, encoding), encodings)?.text).toBe(signs);
      }),
    );
  });

  test('English with typographic quotes in windows-1252', () => {
    fc.assert(
      fc.property(textIn('en'), (text) => {
        expect(decode(encode(`“${text}” – café`, 'windows-1252'), encodings)?.text).toBe(`“${text}” – café`);
      }),
    );
  });
});

describe('damaged texts', () => {
  test('a broken byte does not turn a text in UTF-8 into another one', () => {
    fc.assert(
      fc.property(textIn('ru'), fc.nat(), fc.constantFrom(0xc0, 0xc1, 0xfe, 0xff), (text, place, byte) => {
        const bytes = encode(text, 'UTF-8');
        bytes[place % bytes.length] = byte;
        const decoded = decode(bytes, encodings);
        expect(decoded?.encoding).toBe('UTF-8');
        expect(decoded?.text).toContain('\uFFFD');
      }),
    );
  });

  test('a text in UTF-8 that was cut in the middle of a letter keeps the rest', () => {
    const text = 'Якорь поставят во дворе, под навесом, рядом с колоколом. '.repeat(4).trim();
    const decoded = decode(encode(`${text} Конец`, 'UTF-8').slice(0, -1), encodings);
    expect(decoded?.text.startsWith(`${text} Коне`)).toBe(true);
  });
});

describe('a page of several encodings', () => {
  const others = ['windows-1251', 'KOI8-R', 'IBM866', 'maccyrillic', 'ISO-8859-5'].map((encoding) => [encoding] as const);

  test.each(others)('UTF-8 with any line in %s', (encoding) => {
    for (const index of PAGE.keys()) {
      const bytes = Buffer.concat(PAGE.map((line, other) => iconv.encode(`${line}\n\n`, other === index ? encoding : 'UTF-8')));
      expect(textDecoded(bytes)?.trim()).toBe(textOf(PAGE));
    }
  });

  test('a page in windows-1251 with a line in UTF-8, and one in DOS 866', () => {
    const inEncodings = ['UTF-8', 'windows-1251', 'windows-1251', 'IBM866', 'windows-1251'];
    const bytes = Buffer.concat(PAGE.map((line, index) => iconv.encode(`${line}\n\n`, inEncodings[index] ?? 'UTF-8')));
    expect(textDecoded(bytes)?.trim()).toBe(textOf(PAGE));
  });

  test('words of another encoding in a line', () => {
    const parts = [
      ['Начало абзаца, ', 'UTF-8'],
      ['вставка из другой кодировки', 'windows-1251'],
      [' и конец.', 'UTF-8'],
    ] as const;
    expect(textDecoded(Buffer.concat(parts.map(([text, encoding]) => iconv.encode(text, encoding))))).toBe(
      parts.map(([text]) => text).join(''),
    );
  });
});

describe('damaged letters are marked, each once', () => {
  /** UTF-8 in which every tenth letter of two bytes is replaced by other bytes. */
  function damage(text: string, replace: (first: number, second: number) => readonly number[]): Uint8Array {
    const damaged: number[] = [];
    let letters = 0;
    for (const char of text) {
      const bytes = [...Buffer.from(char)];
      const [first = 0, second = 0] = bytes;
      letters += bytes.length === 2 ? 1 : 0;
      damaged.push(...(bytes.length === 2 && letters % 10 === 0 ? replace(first, second) : bytes));
    }
    return Uint8Array.from(damaged);
  }
  const marked = (text: string) => {
    let letters = 0;
    return Array.from(text, (char) => (Buffer.byteLength(char) === 2 && (letters += 1) % 10 === 0 ? '\uFFFD' : char)).join('');
  };

  test.each([
    ['the first byte is a question mark', (_first: number, second: number) => [0x3f, second]],
    ['the first byte is lost', (_first: number, second: number) => [second]],
    ['the second byte is lost', (first: number) => [first]],
    ['both are one that UTF-8 has not', () => [0xff]],
    ['the first byte is a mark already', (_first: number, second: number) => [0xef, 0xbf, 0xbd, second]],
    ['both are a mark already', () => [0xef, 0xbf, 0xbd]],
  ])('%s', (_name, replace) => {
    expect(textDecoded(damage(textOf(PAGE), replace))).toBe(marked(textOf(PAGE)));
  });

  test('half an emoji, in UTF-16 and in UTF-8', () => {
    expect(textDecoded(encode(`${MARK}Маяк\ud83d покрасили`, 'UTF-16LE'))).toBe('Маяк\uFFFD покрасили');
    expect(textDecoded(Buffer.concat([Buffer.from('Маяк'), Buffer.from('eda0bd', 'hex'), Buffer.from(' покрасили')]))).toBe(
      'Маяк\uFFFD покрасили',
    );
  });

  test('two halves of an emoji that were stored one by one are an emoji', () => {
    const bytes = Buffer.concat([Buffer.from('Маяк '), Buffer.from('eda0bdedb880', 'hex'), Buffer.from(' покрасили')]);
    expect(textDecoded(bytes)).toBe('Маяк 😀 покрасили');
  });
});
