import { factories } from '@strapi/strapi';
import { publicReader } from '../../../public/public-reader';
import { PUBLIC_TYPES } from '../../../public/public-types';

const read = { middlewares: [publicReader('api::site.site', PUBLIC_TYPES['api::site.site'])] };

export default factories.createCoreRouter('api::site.site', { config: { find: read } });
