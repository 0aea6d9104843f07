import { factories } from '@strapi/strapi';
import { publicReader } from '../../../public/public-reader';
import { PUBLIC_TYPES } from '../../../public/public-types';

const read = { middlewares: [publicReader('api::article.article', PUBLIC_TYPES['api::article.article'])] };

export default factories.createCoreRouter('api::article.article', { config: { find: read, findOne: read } });
