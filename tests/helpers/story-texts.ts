import fc from 'fast-check';

/** The words of a small town's news, which every invented story is made of. */
const WORDS =
  'утром на старом мосту у гавани снова зажгли фонари жители вышли гулять по набережной мэр сообщил что ремонт начнётся весной школа музей рыбаки паром туман концерт билеты стоят рублей открылась выставка рынок автобус улица дождь праздник победили команда матч зрители совет решил построить парк деревья посадили волонтёры библиотека читатели книги новый маршрут полиция просит очевидцев врачи советуют вода электричество отключат ночью работы завершат вовремя погода море ветер суда ждут порт'.split(
    ' ',
  );

const SENTENCE_WORDS = 12;

/** Words as paragraphs of a sentence each. */
export function paragraphsOf(words: readonly string[]): string[] {
  const count = Math.ceil(words.length / SENTENCE_WORDS);
  return Array.from({ length: count }, (_, index) => `${words.slice(index * SENTENCE_WORDS, (index + 1) * SENTENCE_WORDS).join(' ')}.`);
}

/** The words of a story of some length. */
export const storyWords = (minLength: number, maxLength: number): fc.Arbitrary<string[]> =>
  fc.array(fc.constantFrom(...WORDS), { minLength, maxLength, size: 'max' });

/** A story, and the same with some words changed. */
export const changedStory = (minLength: number, maxLength: number, changes: number): fc.Arbitrary<[string[], string[]]> =>
  fc
    .tuple(
      storyWords(minLength, maxLength),
      fc.array(fc.tuple(fc.nat(), fc.constantFrom(...WORDS)), { minLength: changes, maxLength: changes }),
    )
    .map(([words, changed]) => {
      const other = [...words];
      for (const [place, word] of changed) other[place % other.length] = word;
      return [words, other];
    });
