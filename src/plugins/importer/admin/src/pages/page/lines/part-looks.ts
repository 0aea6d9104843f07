import type { DefaultTheme } from 'styled-components';
import type { LinePart } from '../../../../../shared/contracts/pages';
import type { Word } from '../../../translations/use-words';
import type { Tone } from '../../../parts/tone';

/** Bars beside the lines are told apart without their colours, too. */
const PATTERNS = {
  solid: (colour: string) => colour,
  dashed: (colour: string) => `repeating-linear-gradient(180deg, ${colour} 0 6px, transparent 6px 9px)`,
  dotted: (colour: string) => `repeating-linear-gradient(180deg, ${colour} 0 2px, transparent 2px 5px)`,
  slanted: (colour: string) => `repeating-linear-gradient(135deg, ${colour} 0 2px, transparent 2px 5px)`,
  double: (colour: string) => `linear-gradient(90deg, ${colour} 0 2px, transparent 2px 4px, ${colour} 4px 6px)`,
} as const;

export interface PartLook {
  readonly word: Word;
  readonly tone: Tone;
  readonly pattern: keyof typeof PATTERNS;
}

/** How what a line gave is shown, in the order of the legend. */
export const PART_LOOKS: Readonly<Record<LinePart, PartLook>> = {
  title: { word: 'importer.pages.part.title', tone: 'primary', pattern: 'solid' },
  datePublished: { word: 'importer.pages.part.date', tone: 'success', pattern: 'dashed' },
  category: { word: 'importer.pages.part.category', tone: 'alternative', pattern: 'double' },
  views: { word: 'importer.pages.part.views', tone: 'secondary', pattern: 'dotted' },
  body: { word: 'importer.pages.part.body', tone: 'neutral', pattern: 'solid' },
  site: { word: 'importer.pages.part.site', tone: 'warning', pattern: 'slanted' },
  furniture: { word: 'importer.pages.part.furniture', tone: 'neutral', pattern: 'slanted' },
};

export const PARTS = Object.keys(PART_LOOKS) as LinePart[];

export const barOf = ({ colors }: DefaultTheme, part: LinePart): string => {
  const { tone, pattern } = PART_LOOKS[part];
  return PATTERNS[pattern](colors[`${tone}600`]);
};

/** What stands behind a line: the colour of the first thing that it gave to the article. */
export const groundOf = ({ colors }: DefaultTheme, parts: readonly LinePart[]): string => {
  const [first] = parts;
  return first === undefined || first === 'body' || first === 'furniture' ? colors.neutral0 : colors[`${PART_LOOKS[first].tone}100`];
};
