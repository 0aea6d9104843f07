/** As far as it is used here: the package has no declarations. */
declare module 'koa2-ratelimit' {
  export const Stores: { readonly Store: abstract new () => object };
}
