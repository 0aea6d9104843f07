import { factories } from '@strapi/strapi';
import { viewsInRest } from '../views/views-in-rest';

const read = { middlewares: [viewsInRest] };

export default factories.createCoreRouter('api::article.article', { config: { find: read, findOne: read } });
