import type { SyntheticStory } from './compose-story';
import type { Voice } from './languages';
import type { Random } from './random';

const CHANGED_WORDS = 3;

function changeWord(paragraph: string, voice: Voice, random: Random): string {
  const words = paragraph.split(' ');
  // Neither the first word nor the last: the paragraph still begins with a capital and ends with a full stop.
  const place = 1 + random.below(words.length - 2);
  return words.with(place, voice.grammar.make('word', random).toLocaleLowerCase(voice.language.locale)).join(' ');
}

/** The same story with a few words of its body changed, as an agency's text stands on several pages of a site. */
export function retell(story: SyntheticStory, voice: Voice, random: Random): SyntheticStory {
  let paragraphs = [...story.paragraphs];
  for (let change = 0; change < CHANGED_WORDS; change += 1) {
    const place = random.below(paragraphs.length);
    paragraphs = paragraphs.with(place, changeWord(paragraphs[place] ?? '', voice, random));
  }
  return { ...story, paragraphs };
}
