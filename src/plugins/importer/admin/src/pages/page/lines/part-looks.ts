import type { LinePart } from '../../../../../shared/contracts/pages';
import { PART_COLOURS } from './part-colours';
import type { Word } from '../../../translations/use-words';

/** Bars beside the lines are told apart without their colours, too. */
const PATTERNS = {
  solid: (colour: string) => colour,
  dashed: (colour: string) => `repeating-linear-gradient(180deg, ${colour} 0 6px, transparent 6px 9px)`,
  dotted: (colour: string) => `repeating-linear-gradient(180deg, ${colour} 0 2px, transparent 2px 5px)`,
  slanted: (colour: string) => `repeating-linear-gradient(135deg, ${colour} 0 2px, transparent 2px 5px)`,
  wide: (colour: string) => `repeating-linear-gradient(180deg, ${colour} 0 12px, transparent 12px 14px)`,
  crossed: (colour: string) =>
    `repeating-linear-gradient(45deg, ${colour} 0 1px, transparent 1px 4px), repeating-linear-gradient(135deg, ${colour} 0 1px, transparent 1px 4px)`,
  double: (colour: string) => `linear-gradient(90deg, ${colour} 0 2px, transparent 2px 4px, ${colour} 4px 6px)`,
  morse: (colour: string) =>
    `repeating-linear-gradient(180deg, ${colour} 0 6px, transparent 6px 8px, ${colour} 8px 10px, transparent 10px 12px)`,
  backslanted: (colour: string) => `repeating-linear-gradient(45deg, ${colour} 0 2px, transparent 2px 5px)`,
  middle: (colour: string) => `linear-gradient(90deg, transparent 0 2px, ${colour} 2px 4px, transparent 4px 6px)`,
  edge: (colour: string) => `linear-gradient(90deg, ${colour} 0 2px, transparent 2px 6px)`,
  ladder: (colour: string) =>
    `repeating-linear-gradient(180deg, ${colour} 0 1px, transparent 1px 6px), linear-gradient(90deg, ${colour} 0 1px, transparent 1px 5px, ${colour} 5px 6px)`,
} as const;

export interface PartLook {
  readonly word: Word;
  readonly pattern: keyof typeof PATTERNS;
}

/** How what a line gave is shown, in the order of the legend. */
export const PART_LOOKS: Readonly<Record<LinePart, PartLook>> = {
  title: { word: 'importer.pages.part.title', pattern: 'solid' },
  datePublished: { word: 'importer.pages.part.date', pattern: 'dashed' },
  dateModified: { word: 'importer.pages.part.modified', pattern: 'morse' },
  category: { word: 'importer.pages.part.category', pattern: 'double' },
  tags: { word: 'importer.pages.part.tags', pattern: 'backslanted' },
  byline: { word: 'importer.pages.part.byline', pattern: 'middle' },
  originalUrl: { word: 'importer.pages.part.original-url', pattern: 'edge' },
  locale: { word: 'importer.pages.part.language', pattern: 'ladder' },
  views: { word: 'importer.pages.part.views', pattern: 'dotted' },
  body: { word: 'importer.pages.part.body', pattern: 'wide' },
  site: { word: 'importer.pages.part.site', pattern: 'slanted' },
  furniture: { word: 'importer.pages.part.furniture', pattern: 'crossed' },
};

export const PARTS = Object.keys(PART_LOOKS) as LinePart[];

/** What is needed of a theme of Strapi's, which says whether it is the light or the dark one. */
interface Theme {
  readonly colorScheme?: string;
  readonly colors: { readonly neutral0: string };
}

const coloursOf = ({ colorScheme }: Theme) => PART_COLOURS[colorScheme === 'dark' ? 'dark' : 'light'];

export const barOf = (theme: Theme, part: LinePart): string => PATTERNS[PART_LOOKS[part].pattern](coloursOf(theme)[part].mark);

/** What stands behind a line: the colour of the first thing that it gave. */
export const groundOf = (theme: Theme, [first]: readonly LinePart[]): string =>
  first === undefined ? theme.colors.neutral0 : coloursOf(theme)[first].ground;
