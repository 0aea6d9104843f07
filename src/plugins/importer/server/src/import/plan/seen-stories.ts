const LOAD = 0.6;
const FIRST_CAPACITY = 1024;

/** 13 hex digits fit a double exactly. */
const HEX_DIGITS = 13;

/** Which stories a run has met. It holds a million of them in some 30 MB, and forgets none. */
export interface SeenStories {
  has(storyKey: string): boolean;
  add(storyKey: string): void;
}

/** 0 stands for an empty place, so no key is 0. */
const numberOf = (storyKey: string) => Number.parseInt(storyKey.slice(0, HEX_DIGITS), 16) + 1;

/** A set of story keys, by their first 52 bits: open addressing with linear probing in one typed array. */
export function createSeenStories(): SeenStories {
  let places = new Float64Array(FIRST_CAPACITY);
  let size = 0;

  const placeOf = (table: Float64Array, key: number) => {
    let place = key % table.length;
    while (table[place] !== 0 && table[place] !== key) place = (place + 1) % table.length;
    return place;
  };

  const grow = () => {
    const larger = new Float64Array(places.length * 2 + 1);
    for (const key of places) if (key !== 0) larger[placeOf(larger, key)] = key;
    places = larger;
  };

  return {
    has: (storyKey) => places[placeOf(places, numberOf(storyKey))] !== 0,
    add(storyKey) {
      const key = numberOf(storyKey);
      const place = placeOf(places, key);
      if (places[place] === key) return;
      places[place] = key;
      size += 1;
      if (size > places.length * LOAD) grow();
    },
  };
}
