import fc from 'fast-check';
import iconv from 'iconv-lite';
import { DEFAULT_PROFILE } from '../../src/plugins/importer/server/src/import/profile';
import { decode } from '../../src/plugins/importer/server/src/import/read/decode';
import { encode } from '../helpers/encoded-page';

const { encodings } = DEFAULT_PROFILE;

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
