import type { ReactNode } from 'react';
import { type DefaultTheme, ThemeProvider } from 'styled-components';

/** Strapi's own is so light that a button's white letters can hardly be read on it: 3.3 to 1, where 4.5 are asked for. */
const UNDER_THE_MOUSE = '#271fe0';

const legible = (theme: DefaultTheme | undefined): DefaultTheme => {
  if (theme === undefined) throw new Error("The importer's pages stand within Strapi's theme, and were shown without it");
  return { ...theme, colors: { ...theme.colors, buttonPrimary500: UNDER_THE_MOUSE } };
};

/** Strapi's theme, with buttons that can be read while the mouse is on them. */
export function LegibleTheme({ children }: { readonly children: ReactNode }) {
  return <ThemeProvider theme={legible}>{children}</ThemeProvider>;
}
