/** What a line that tells a date tells in figures besides it. */
export interface Counts {
  /** The count of views, where the line says that it is one. */
  readonly views: number | null;
  /** A count of views that can't be read to the last figure: "1.2K". */
  readonly roughly: string | null;
  /** What else stands there, between separators: without all that is labelled, such as views, comments, author, minutes to read. */
  readonly rest: readonly string[];
}

const NUMBER = "\\d{1,3}(?:[ .,'’]\\d{3})+(?!\\d)|\\d+";

/** A count, with or without spaces, commas or points between its thousands. */
const COUNT = new RegExp(`^(?:${NUMBER})$`, 'u');

/** How words for views begin, in some languages. */
const VIEWS =
  '👁|просм|прочит|прочт|читали|читател|хит(?:ов|ы)|перегляд|переглян|bax[ıi][şs]|bax[ıi]l[ıi]b|oxun|görüntü|goruntu|izlən|izlen|okun|views?(?!\\p{L})|viewed|hits?(?!\\p{L})|reads?(?!\\p{L})|readers|visits?(?!\\p{L})|page ?views?|aufrufe|vues|vistas|visitas|visualiza|wyświetl|odsłon';
/** The same of what is counted, but is no view. */
const OTHERS =
  '💬|👍|❤|коммент|отзыв|ответ|лайк|репост|поделил|голос|коментар|şərh|rəy|bəyən|paylaş|comments?(?!\\p{L})|repl(?:y|ies)(?!\\p{L})|likes?(?!\\p{L})|shares?(?!\\p{L})|votes?(?!\\p{L})|retweet|мин(?!\\p{L})|минут|min(?!\\p{L})|mins(?!\\p{L})|minutes?(?!\\p{L})|dəq|фото(?!\\p{L})|photos?(?!\\p{L})|foto(?!\\p{L})';

const ROUGH = '(?<rough>[.,]\\d{1,2})?\\s*(?<unit>тыс\\p{L}*\\.?|млн\\.?|min\\b(?!\\p{L})|[KkКкMМ](?!\\p{L}))?';
const BOUND = '(?<![\\p{L}\\d])';
const WORD = '(?:[\\p{L}\\uFE0F]*\\.?)';
/** "Количество", "sayı", "number of": what may stand before or behind the word. */
const TOTAL = '(?:(?:количество|число|всего|total|number of|ümumi)\\s+)?';
const TIMES = '(?:\\s*(?:раза?|times|dəfə|defa|kez)(?![\\p{L}\\d]))?';

/** Small letters in all languages compare alike: a dotted capital of Azerbaijani has no small letter of its own to a pattern. */
const lower = (text: string) => text.replaceAll('İ', 'i').toLowerCase();

const labelFirst = (words: string) =>
  new RegExp(
    `${BOUND}${TOTAL}(?:${words})${WORD}(?:\\s+(?:say\\p{L}*|всего|total|count))?\\s*[:：(-]?\\s*(?<count>${NUMBER})${ROUGH}${TIMES}\\)?(?![\\d\\p{L}])`,
    'u',
  );
const countFirst = (words: string) =>
  new RegExp(`${BOUND}(?<count>${NUMBER})${ROUGH}\\s*(?:${TOTAL}(?:${words}))${WORD}(?:\\s+(?:чтения|read|oxu\\p{L}*)(?!\\p{L}))?`, 'u');

const VIEW_PATTERNS = [labelFirst(VIEWS), countFirst(VIEWS)];
const OTHER_PATTERNS = [countFirst(OTHERS), labelFirst(OTHERS)];

/** Whether such a label names a category; all others name what is none. */
const CATEGORY_LABEL = /^(?:рубрика|категория|раздел|тема|kateqoriya|rubrika|bölmə|category|section|rubric|topic|filed under)\s*[:：]\s*/iu;
const LABELLED = /^\p{L}[\p{L} ]{0,30}[:：]\s*\S/u;

const parts = (text: string) => text.split(/\s*[|•·]\s*/u).map((part) => part.replace(/^[\s,;–—-]+|[\s,;–—-]+$/gu, ''));

/** The number that a count means; null for a text that is none. */
export const countIn = (text: string): number | null => (COUNT.test(text) ? Number(text.replace(/\D/gu, '')) : null);

interface Taken {
  readonly text: string;
  readonly count: string;
  /** What makes it a rounded number: decimals, "thousand"; empty where it is exact. */
  readonly unit: string;
}

/** Takes the first match of some patterns out of a text. What remains keeps its place beside a separator. */
function take(text: string, patterns: readonly RegExp[]): Taken | null {
  const small = lower(text);
  // A letter whose small form is longer would move all places behind it.
  if (small.length !== text.length) return null;
  for (const pattern of patterns) {
    const match = pattern.exec(small);
    if (match === null) continue;
    const { count = '', rough = '', unit = '' } = match.groups ?? {};
    const rest = `${text.slice(0, match.index)} | ${text.slice(match.index + match[0].length)}`;
    return { text: rest, count, unit: `${rough} ${unit}`.trim() };
  }
  return null;
}

/**
 * Takes out of a line what it labels: "Просмотров: 170", "170 views", "Комментариев: 5", "Автор: …". Views are told, the rest is dropped,
 * but for a category.
 *
 * @param text what stands before or behind a date.
 */
export function takeCounts(text: string): Counts {
  let rest = text;
  let [views, roughly]: [number | null, string | null] = [null, null];
  // Minutes of reading come first: "3 min read" is no view.
  for (let other = take(rest, OTHER_PATTERNS); other !== null; other = take(rest, OTHER_PATTERNS)) rest = other.text;
  for (let found = take(rest, VIEW_PATTERNS); found !== null; found = take(rest, VIEW_PATTERNS)) {
    rest = found.text;
    if (found.unit !== '') roughly ??= `${found.count}${found.unit}`;
    else views ??= countIn(found.count);
  }
  const kept = parts(rest).flatMap((part) => {
    if (CATEGORY_LABEL.test(part)) return [part.replace(CATEGORY_LABEL, '')];
    return part === '' || part.endsWith(':') || LABELLED.test(part) || /^[\s\d]*(?:id|№|#)\s*\d+$/iu.test(part) ? [] : [part];
  });
  return { views, roughly: views === null ? roughly : null, rest: kept };
}
