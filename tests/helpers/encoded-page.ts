import iconv from 'iconv-lite';
import { DEFAULT_PROFILE } from '../../src/plugins/importer/server/src/import/profile';
import { decode } from '../../src/plugins/importer/server/src/import/read/decode';

export const encode = (text: string, encoding: string) => new Uint8Array(iconv.encode(text, encoding));

/** A page of the usual layout. */
export const PAGE = [
  'Новости города у тёплого моря',
  'Рыбаки обсудили новые правила стоянки лодок',
  '178 12.08.2019 22:45 Общество A A',
  'Сегодня утром на набережной собрались рыбаки, чтобы обсудить новые правила стоянки лодок у старого причала.',
  'По словам смотрителя, зимой здесь поставят ещё шесть фонарей, а весной обновят скамейки и покрасят перила.',
];
export const textOf = (lines: readonly string[]) => lines.join('\n\n');
/** A page as it is decoded. */
export const textDecoded = (bytes: Uint8Array) => decode(bytes, DEFAULT_PROFILE.encodings)?.text;
