import { guardMedia } from '../public/guard-media';

/** `global::media` of `config/middlewares.ts`. */
export default () => guardMedia;
