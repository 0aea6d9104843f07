/** A value in what somebody has sent, and how it was come to. */
interface Place {
  readonly value: unknown;
  readonly key: string;
  readonly within: Place | undefined;
}

/** PostgreSQL takes no zero byte in a text, and no text that isn't Unicode: half of a surrogate pair. SQLite would keep them. */
const isStorable = (text: string) => !text.includes('\u0000') && !/\p{Surrogate}/u.test(text);

function pathOf(place: Place): string[] {
  const path: string[] = [];
  for (let at = place; at.within !== undefined; at = at.within) path.unshift(at.key);
  return path;
}

/**
 * Looks for a text that no database can hold, or a name in an object that is one: however deep it stands.
 *
 * @returns the names that lead to it, outermost first; undefined where there is none.
 */
export function findUnstorable(value: unknown): string[] | undefined {
  const left: Place[] = [{ value, key: '', within: undefined }];
  for (let place = left.pop(); place !== undefined; place = left.pop()) {
    if (typeof place.value === 'string' ? !isStorable(place.value) : !isStorable(place.key)) return pathOf(place);
    if (typeof place.value !== 'object' || place.value === null) continue;
    for (const [key, part] of Object.entries(place.value)) left.push({ value: part, key, within: place });
  }
  return undefined;
}

/** Names as they are told: what can't be shown is left out of them. */
export const nameOf = (path: readonly string[]): string => path.join('.').replaceAll('\u0000', '�').replace(/\p{Surrogate}/gu, '�').slice(0, 200);

export const UNSTORABLE = 'it holds a zero byte or half of a character, which no text can hold';
