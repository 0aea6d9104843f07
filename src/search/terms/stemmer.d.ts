/** The modules of `@orama/stemmers`, one a language: their own declarations know them as ECMAScript modules alone. */
export declare function stemmer(word: string): string;
