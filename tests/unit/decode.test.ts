import fc from 'fast-check';
import iconv from 'iconv-lite';
import { DEFAULT_PROFILE } from '../../src/plugins/importer/server/src/pipeline/profile';
import { decode } from '../../src/plugins/importer/server/src/pipeline/recognise/decode';

const { encodings } = DEFAULT_PROFILE;

const WORDS = {
  ru: 'утром на старом мосту у гавани снова зажгли фонари и жители вышли гулять по набережной где пахнет морем хлебом ёлками подъезд щука объявление эхо юг чайка цирк'.split(
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
      fc.property(textIn('ru'), fc.constantFrom('windows-1251', 'KOI8-R', 'ISO-8859-5'), (text, encoding) => {
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

describe('bytes that are no text', () => {
  test('never throw, and yield a text without control characters or nothing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000, size: 'max' }), (bytes) => {
        const decoded = decode(bytes, encodings);
        // eslint-disable-next-line no-control-regex
        const strange = decoded?.text.match(/[\u0000-\u0008\uFFFD]/gu) ?? [];
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
