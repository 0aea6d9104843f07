import iconv from 'iconv-lite';
import { encode, PAGE, textDecoded, textOf } from '../helpers/encoded-page';

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
