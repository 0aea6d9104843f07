/** One text-size button, in Latin or Cyrillic letters: `A`, `A-`, `A+`. */
const BUTTON = /^[AА][+−–-]?$/iu;

/** The same at the end of a line, of which it needs the last characters only. */
const ENDS_WITH_BUTTON = /(?:^| )[AА][+−–-]?$/iu;
const LONGEST_END = 3;

const FEWEST_BUTTONS = 2;

/** Takes the text-size buttons, `A A` or `A- A+`, off the end of a line. A single letter is no button. */
export function withoutTextSize(text: string): string {
  if (!ENDS_WITH_BUTTON.test(text.slice(-LONGEST_END))) return text;
  const words = text.split(' ');
  let kept = words.length;
  while (kept > 0 && BUTTON.test(words[kept - 1] ?? '')) kept -= 1;
  return words.length - kept >= FEWEST_BUTTONS ? words.slice(0, kept).join(' ') : text;
}

/** Whether a line holds nothing but the text-size buttons. */
export const isTextSize = (text: string): boolean => text !== '' && withoutTextSize(text) === '';
