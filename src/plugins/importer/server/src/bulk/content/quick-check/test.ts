/** Tells whether Strapi's validator is certain to take a value, and to leave it as it is. When in doubt, it does not. */
export type Test = (value: unknown) => boolean;
