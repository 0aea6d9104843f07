/** A format of texts that publishers save besides page texts, by the name that it has in all languages. */
interface TextFormat {
  readonly name: string;
  readonly isIt: (text: string) => boolean;
}

/** So much of a text is looked at, in characters. */
const LOOKED_AT = 64 * 1024;

const startsWith = (pattern: RegExp) => (text: string) => pattern.test(text);

/** What may stand before the first element of a document in XML or HTML. */
const PROLOGUE = '\\s*(?:<\\?[^>]*\\?>\\s*|<!--[\\s\\S]{0,4000}?-->\\s*|<!DOCTYPE(?!\\s+html)[^>]*>\\s*)*';
const beginsWithTag = (names: string) => startsWith(new RegExp(`^${PROLOGUE}<(?:${names})[\\s>]`, 'iu'));

const TAG =
  /<\/?(?:p|div|span|br|a|h[1-6]|ul|ol|li|table|tr|td|img|strong|em|b|i|article|section|header|footer|script|style|meta|link|font|center)(?=[\s/>])[^<>]*>/giu;

/** A text that talks of a tag or two is no HTML; one that has as many as it has lines is. */
const FEWEST_TAGS = 6;

function hasTags(text: string): boolean {
  if (!text.includes('</') && !/<br/iu.test(text)) return false;
  const tags = text.match(TAG)?.length ?? 0;
  return tags >= FEWEST_TAGS && tags >= text.split('\n').filter((line) => line.trim() !== '').length / 2;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** An object or a list. One that is longer than what is looked at, or cut short, is told by its keys. */
const looksLikeJson = (text: string) => /^\s*[{[]/u.test(text) && (/^\s*(?:\[\s*)?\{\s*"[^"\n]{1,200}"\s*:/u.test(text) || isJson(text));

/** Whether the first lines are one JSON object each. */
function isJsonLines(text: string): boolean {
  if (!/^\s*\{/u.test(text)) return false;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.length > 1 && lines.slice(0, Math.min(lines.length - 1, 3)).every((line) => line.trim().startsWith('{') && isJson(line));
}

const DELIMITERS = [',', ';', '\t'] as const;
const FEWEST_ROWS = 3;
const FEWEST_COLUMNS = 3;
const ROWS_LOOKED_AT = 6;

/** A first row of short names. */
const HEAD_OF_TABLE = /^"?[\p{L}_][\p{L}\p{N}_ .-]{0,40}"?(?:[,;\t]"?[\p{L}_][\p{L}\p{N}_ .-]{0,40}"?){2,}\s*$/u;

const columnsIn = (row: string, delimiter: string) => row.replace(/"(?:[^"]|"")*"/gu, '').split(delimiter).length;

/** Whether the first lines are rows of a table: as many columns in each, under a row of short names. */
function isTable(text: string): boolean {
  const head = /^[^\r\n]{0,2000}/u.exec(text)?.[0] ?? '';
  if (!HEAD_OF_TABLE.test(head)) return false;
  const rows = text.split(/\r?\n/u, ROWS_LOOKED_AT).filter((line) => line.trim() !== '');
  return DELIMITERS.some((delimiter) => {
    const columns = columnsIn(head, delimiter);
    return columns >= FEWEST_COLUMNS && rows.length >= FEWEST_ROWS && rows.every((row) => columnsIn(row, delimiter) === columns);
  });
}

/** In the order in which they are asked: a WordPress export is a feed, and a feed is XML. */
const TEXT_FORMATS: readonly TextFormat[] = [
  { name: 'WARC', isIt: startsWith(/^\s*WARC\/\d/u) },
  {
    name: 'MHTML',
    isIt: (text) => /^[\w-]+:\s/u.test(text) && /^MIME-Version:/imu.test(text) && /^Content-Type:\s*multipart\//imu.test(text),
  },
  { name: 'WXR (WordPress)', isIt: (text) => /^\s*</u.test(text) && /xmlns:wp=|<wp:(?:wxr_version|post_id|author)/u.test(text) },
  { name: 'RSS', isIt: beginsWithTag('rss|rdf:RDF') },
  { name: 'Atom', isIt: beginsWithTag('(?:\\w+:)?feed') },
  { name: 'Sitemap', isIt: beginsWithTag('urlset|sitemapindex') },
  { name: 'HTML', isIt: beginsWithTag('!doctype|html|head|body|title|meta|link|script|style') },
  { name: 'HTML', isIt: hasTags },
  { name: 'XML', isIt: startsWith(/^\s*<\?xml\s/u) },
  { name: 'Ghost (JSON)', isIt: (text) => looksLikeJson(text) && /^\s*\{\s*"(?:db|meta|data)"[\s\S]*"(?:posts|exported_on)"/u.test(text) },
  { name: 'JSON Feed', isIt: (text) => looksLikeJson(text) && /"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org/u.test(text) },
  { name: 'JSON Lines', isIt: isJsonLines },
  { name: 'JSON', isIt: looksLikeJson },
  { name: 'RTF', isIt: startsWith(/^\s*\{\\rtf/u) },
  {
    name: 'SQL',
    isIt: (text) => /^\s*(?:--|\/\*|SET |DROP |CREATE |INSERT )/u.test(text) && /^\s*(?:CREATE TABLE|INSERT INTO|COPY \S+ )/imu.test(text),
  },
  { name: 'CSV', isIt: isTable },
];

/** Marks at the beginning of files that are no text. */
const MARKS: readonly (readonly [string, readonly number[] | string])[] = [
  ['PDF', '%PDF-'],
  ['ZIP', [0x50, 0x4b, 0x03, 0x04]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['GIF', 'GIF8'],
  ['Webarchive (Safari)', 'bplist00'],
  ['Microsoft Office', [0xd0, 0xcf, 0x11, 0xe0]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['RAR', 'Rar!'],
  ['bzip2', 'BZh'],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['Zstandard', [0x28, 0xb5, 0x2f, 0xfd]],
  ['gzip', [0x1f, 0x8b, 0x08]],
  ['SQLite', 'SQLite format 3'],
];

/** What zips are that have another name, and what files are that are too large to be looked into. */
const BY_EXTENSION: Readonly<Record<string, string>> = {
  ...{ wacz: 'WACZ', docx: 'Microsoft Office', xlsx: 'Microsoft Office', odt: 'OpenDocument', epub: 'EPUB' },
  ...{
    warc: 'WARC',
    'warc.gz': 'WARC',
    arc: 'ARC',
    'arc.gz': 'ARC',
    mht: 'MHTML',
    mhtml: 'MHTML',
    webarchive: 'Webarchive (Safari)',
    har: 'HAR',
  },
  ...{ html: 'HTML', htm: 'HTML', xhtml: 'HTML', xml: 'XML', rss: 'RSS', atom: 'Atom', wxr: 'WXR (WordPress)' },
  ...{ json: 'JSON', jsonl: 'JSON Lines', ndjson: 'JSON Lines', csv: 'CSV', tsv: 'CSV', sql: 'SQL', pdf: 'PDF', rar: 'RAR', '7z': '7z' },
};

/** Files that belong to a site and are no document, whatever they hold. */
const ASSETS: Readonly<Record<string, readonly string[]>> = {
  Stylesheet: ['css', 'scss', 'sass', 'less'],
  Script: ['js', 'mjs', 'cjs', 'ts', 'jsx', 'tsx', 'map', 'php', 'swf', 'wasm'],
  Picture: ['jpg', 'jpeg', 'png', 'gif', 'webp', 'avif', 'svg', 'ico', 'bmp', 'tif', 'tiff', 'heic', 'psd'],
  Font: ['woff', 'woff2', 'ttf', 'otf', 'eot'],
  'Audio or video': ['mp3', 'mp4', 'm4a', 'm4v', 'ogg', 'oga', 'ogv', 'wav', 'webm', 'avi', 'mov', 'flv', 'wmv', 'mpg', 'mpeg'],
};

const ASSET_BY_EXTENSION = new Map(Object.entries(ASSETS).flatMap(([kind, extensions]) => extensions.map((one) => [one, kind] as const)));

/** The end of a name, long and short: `warc.gz` and `gz`. What was asked for behind a question mark is no part of it. */
function extensionsOf(name: string): readonly [string, string] {
  const [file = ''] = name.toLowerCase().split(/[?#]/u);
  const [, long = '', short = ''] = /\.((?:\w+\.)?(\w+))$/u.exec(file) ?? [];
  return [long, short];
}

/** What a file is by its name alone, where that says that it is no document; else null. */
export function kindOfName(name: string): string | null {
  return ASSET_BY_EXTENSION.get(extensionsOf(name)[1]) ?? null;
}

/** What a file is by its name, where nobody can look into it; null where the name says nothing. */
export function kindOfUnreadable(name: string): string | null {
  const [long, short] = extensionsOf(name);
  return BY_EXTENSION[long] ?? BY_EXTENSION[short] ?? kindOfName(name);
}

/** Page texts have these names, or none: another name tells of a binary file that it was never meant to be a text. */
const TEXT_EXTENSIONS: readonly string[] = ['', 'txt', 'text', 'asc', 'md', 'markdown'];

/** What a file without any text is; null for one that by its name should hold some. */
export function kindOfBinary(name: string): string | null {
  const [, short] = extensionsOf(name);
  return TEXT_EXTENSIONS.includes(short) || /^\d+$/u.test(short) ? null : (BY_EXTENSION[short] ?? 'Binary file');
}

/**
 * What a file is by its first bytes, where it is no page text; null where nothing tells. What marks a format is ASCII, so that a file need not
 * be decoded to be known for a web archive.
 */
export function kindOfBytes(bytes: Uint8Array, name: string): string | null {
  const kind = MARKS.find(([, mark]) => Buffer.from(mark).equals(bytes.subarray(0, mark.length)))?.[0];
  if (kind !== undefined) return kind === 'ZIP' ? (kindOfUnreadable(name) ?? kind) : kind;
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, LOOKED_AT)).toString('latin1');
  return kindOfText(head.replace(/^\u00ef\u00bb\u00bf/u, ''));
}

/** What a text is, where it is no page text. */
export function kindOfText(text: string): string | null {
  const beginning = text.slice(0, LOOKED_AT);
  return TEXT_FORMATS.find(({ isIt }) => isIt(beginning))?.name ?? null;
}
