import type { Core } from '@strapi/strapi';
import { serveNews } from '../news/serve-news';

/** `global::news` of `config/middlewares.ts`. */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) => serveNews(strapi);
