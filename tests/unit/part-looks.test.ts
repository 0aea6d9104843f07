import { PART_COLOURS } from '../../src/plugins/importer/admin/src/pages/page/lines/part-colours';
import { barOf, groundOf, PART_LOOKS, PARTS } from '../../src/plugins/importer/admin/src/pages/page/lines/part-looks';

/** What the design system writes a line in, and the page's own ground. */
const THEMES = {
  light: { text: '#32324d', quiet: '#666687', page: '#ffffff' },
  dark: { text: '#ffffff', quiet: '#a5a5ba', page: '#212134' },
} as const;

const NAMES = ['light', 'dark'] as const;

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const different = (values: readonly string[]) => new Set(values).size;

describe.each(NAMES)('what a line gave, in the %s theme', (name) => {
  const { text, quiet, page } = THEMES[name];
  const colours = PARTS.map((part) => ({ part, ...PART_COLOURS[name][part] }));
  const theme = { colorScheme: name, colors: { neutral0: page } };

  it('is told apart by its colour, and by its pattern', () => {
    expect(PARTS.length).toBe(12);
    expect(different(colours.map(({ mark }) => mark))).toBe(PARTS.length);
    expect(different(colours.map(({ ground }) => ground))).toBe(PARTS.length);
    expect(different(PARTS.map((part) => PART_LOOKS[part].pattern))).toBe(PARTS.length);
    expect(different(PARTS.map((part) => PART_LOOKS[part].word))).toBe(PARTS.length);
    expect(different(PARTS.map((part) => barOf(theme, part).replaceAll(PART_COLOURS[name][part].mark, 'colour')))).toBe(PARTS.length);
    expect(PARTS.map((part) => groundOf(theme, [part]))).toEqual(colours.map(({ ground }) => ground));
    expect(groundOf(theme, [])).toBe(page);
  });

  it('can be read', () => {
    const faint = colours.filter(({ mark, ground }) =>
      [contrast(mark, ground), contrast(mark, page), contrast(text, ground), contrast(quiet, ground)].some((found) => found < 4.5),
    );
    expect(faint).toEqual([]);
  });
});
