import type { LinePart } from '../../../../../shared/contracts/pages';

/** The colours of what a line gave. */
interface PartColours {
  /** Of its mark. It can be told from the ground, and from the page: their contrast is 4.5 at least. */
  readonly mark: string;
  /** Of what stands behind the line, light or dark enough for its text. */
  readonly ground: string;
}

/** The design system has too few for so many parts, and in the dark one ground for all. */
export const PART_COLOURS: Readonly<Record<'light' | 'dark', Readonly<Record<LinePart, PartColours>>>> = {
  light: {
    title: { mark: '#4945ff', ground: '#f0f0ff' },
    datePublished: { mark: '#2f6846', ground: '#eafbe7' },
    dateModified: { mark: '#1d7a52', ground: '#e4f7ee' },
    category: { mark: '#8312d1', ground: '#f6ecfc' },
    tags: { mark: '#b02a37', ground: '#fdeeee' },
    byline: { mark: '#006b75', ground: '#e2f6f7' },
    originalUrl: { mark: '#5a5f00', ground: '#f5f7dc' },
    locale: { mark: '#6b4a2f', ground: '#f7efe9' },
    views: { mark: '#006096', ground: '#e3f2ff' },
    body: { mark: '#4a4a6a', ground: '#ffffff' },
    site: { mark: '#8a4600', ground: '#fdf4dc' },
    furniture: { mark: '#9d2463', ground: '#fdedf5' },
  },
  dark: {
    title: { mark: '#a5a3ff', ground: '#2b2a5c' },
    datePublished: { mark: '#6fd08c', ground: '#1c3a29' },
    dateModified: { mark: '#5fd6a8', ground: '#123c30' },
    category: { mark: '#d3a8f5', ground: '#3d2559' },
    tags: { mark: '#ff9d9d', ground: '#4c2225' },
    byline: { mark: '#63d3de', ground: '#113a42' },
    originalUrl: { mark: '#d3d872', ground: '#36390f' },
    locale: { mark: '#dcb893', ground: '#3d2f24' },
    views: { mark: '#7cc4f5', ground: '#17344f' },
    body: { mark: '#eaeaef', ground: '#212134' },
    site: { mark: '#f7b35c', ground: '#42300f' },
    furniture: { mark: '#f59ac4', ground: '#4a2038' },
  },
};
