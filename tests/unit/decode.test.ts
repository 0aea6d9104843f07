import fc from 'fast-check';
import iconv from 'iconv-lite';
import { DEFAULT_PROFILE } from '../../src/plugins/importer/server/src/pipeline/profile';
import { decode } from '../../src/plugins/importer/server/src/pipeline/recognise/decode';

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
  const sentence = fc
    .array(fc.constantFrom(...WORDS[language]), { minLength: 6, maxLength: 14 })
    .map((words) => `${capital(words.join(' '))}.`);
  return fc.array(sentence, { minLength: 12, maxLength: 24 }).map((sentences) => sentences.join('\n\n'));
}

const MARK = '\uFEFF';
const encode = (text: string, encoding: string) => new Uint8Array(iconv.encode(text, encoding));

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

/** A page of the usual layout. */
const PAGE = [
  'Новости города у тёплого моря',
  'Рыбаки обсудили новые правила стоянки лодок',
  '178 12.08.2019 22:45 Общество A A',
  'Сегодня утром на набережной собрались рыбаки, чтобы обсудить новые правила стоянки лодок у старого причала.',
  'По словам смотрителя, зимой здесь поставят ещё шесть фонарей, а весной обновят скамейки и покрасят перила.',
];
const textOf = (lines: readonly string[]) => lines.join('\n\n');
const textDecoded = (bytes: Uint8Array) => decode(bytes, encodings)?.text;

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

describe('a text that was read in a wrong encoding before it was stored', () => {
  const AZ = 'Şəhərin xəbərləri\n\nBalıqçılar İsti dənizin kənarında yeni qaydaları müzakirə etdi.';
  const EN = 'The “fishermen” – didn’t like the café';
  /** As programs read it, which leave a control character where the encoding has nothing. */
  const misread = (text: string, stored: string, taken: string) =>
    Array.from(iconv.encode(text, stored), (byte) =>
      iconv.decode(Buffer.of(byte), taken).replace('\uFFFD', String.fromCharCode(byte)),
    ).join('');

  test.each(
    [textOf(PAGE), AZ, EN].flatMap((text) =>
      ['windows-1252', 'windows-1251', 'KOI8-R', 'IBM866', 'windows-1254', 'latin1'].map((taken) => [taken, text] as const),
    ),
  )('UTF-8 taken for %s: %s', (taken, text) => {
    expect(textDecoded(encode(misread(text, 'UTF-8', taken), 'UTF-8'))).toBe(text);
  });

  test('twice', () => {
    const twice = misread(misread(textOf(PAGE), 'UTF-8', 'windows-1252'), 'UTF-8', 'windows-1252');
    expect(textDecoded(encode(twice, 'UTF-8'))).toBe(textOf(PAGE));
  });

  test('in one line, and in one word', () => {
    const [first = '', ...rest] = PAGE;
    expect(textDecoded(encode(textOf([misread(first, 'UTF-8', 'windows-1251'), ...rest]), 'UTF-8'))).toBe(textOf(PAGE));
    expect(textDecoded(encode('Mr MÃ¼ller walked on', 'UTF-8'))).toBe('Mr Müller walked on');
  });

  test.each([
    ['windows-1251', 'windows-1252'],
    ['KOI8-R', 'windows-1251'],
    ['windows-1251', 'KOI8-R'],
  ])('%s taken for %s', (stored, taken) => {
    expect(textDecoded(encode(misread(textOf(PAGE), stored, taken), 'UTF-8'))).toBe(textOf(PAGE));
  });

  test('letters of which nothing is left are marked', () => {
    const lost = iconv.decode(iconv.encode('Новости у моря', 'UTF-8'), 'windows-1252');
    expect(textDecoded(encode(lost, 'UTF-8'))).toBe('\uFFFDово\uFFFDти у мор\uFFFD');
  });

  test.each([
    'Градоначелник је обишао њиве и љубав ђака, џеп и ћирилица',
    'The CAFÉ™ opens © 2019 — “La Forêt” à côté, ±5° and £10',
    'её дом 20 м², её сад 30 м² и её «ТАСС» № 5',
    'Балыгчылар гајыгларын дајанаҹағыны мүзакирә етди',
    'ЗАО «Р», ООО «С», СССР»',
    'Straße über Köln, Ärzte, Señor, São Paulo',
  ])('what looks strange and is right stays: %s', (text) => {
    expect(textDecoded(encode(text, 'UTF-8'))).toBe(text);
  });

  test('control characters of windows-1252 are the signs that were meant', () => {
    expect(textDecoded(encode('He said \u0093yes\u0094 \u0096 it\u0092s\u0085', 'UTF-8'))).toBe('He said “yes” – it’s…');
  });
});

describe('bytes that are no text', () => {
  test('never throw, and yield a text without control characters or nothing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000, size: 'max' }), (bytes) => {
        const text = decode(bytes, encodings)?.text ?? '';
        expect(text).not.toMatch(/\p{Cs}/u);
        // eslint-disable-next-line no-control-regex
        const strange = text.match(/[\u0000-\u0008]/gu) ?? [];
        expect(strange.length).toBeLessThanOrEqual(bytes.length / 100);
      }),
      { numRuns: 500 },
    );
  });

  test('many random bytes are binary', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 600, maxLength: 2000, size: 'max' }), (bytes) => {
        fc.pre(bytes.filter((byte) => byte < 8).length > bytes.length / 50);
        // A mark at the beginning says that what follows is text, whatever it looks like.
        fc.pre(!['255,254', '254,255'].includes(bytes.slice(0, 2).join()));
        expect(decode(bytes, encodings)).toBeNull();
      }),
    );
  });

  test('pictures and archives are binary', () => {
    const zip = Buffer.concat([Buffer.from('504b0304140000000800', 'hex'), Buffer.alloc(64), Buffer.from('content.xml')]);
    const gif = Buffer.concat([
      Buffer.from('GIF89a'),
      Buffer.from('0100010080000000000000ffffff21f90401000000002c00000000010001000002', 'hex'),
    ]);
    expect([zip, gif].map((bytes) => decode(bytes, encodings))).toEqual([null, null]);
  });

  test('an empty page is an empty text', () => {
    expect(decode(new Uint8Array(), encodings)?.text).toBe('');
  });

  test('encodings that the profile does not name are not used', () => {
    const bytes = encode('Сегодня утром пешеходный мост снова соединил гавань с Садовым кварталом.', 'windows-1251');
    expect(decode(bytes, encodings)?.encoding).toBe('windows-1251');
    expect(decode(bytes, ['windows-1252'])?.encoding).not.toBe('windows-1251');
  });

  test('bytes may be a part of a larger buffer', () => {
    const text = 'Сегодня утром пешеходный мост снова соединил гавань с Садовым кварталом.';
    const bytes = Buffer.concat([Buffer.from('xx'), iconv.encode(text, 'KOI8-R'), Buffer.from('yy')]).subarray(2, -2);
    expect(decode(bytes, encodings)?.text).toBe(text);
  });
});
