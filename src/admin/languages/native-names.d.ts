declare module '*/languageNativeNames.mjs' {
  /** The languages that the panel offers: each one's name in itself, by its code. */
  export const languageNativeNames: Record<string, string>;
}
