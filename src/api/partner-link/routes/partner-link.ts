import { factories } from '@strapi/strapi';
import { publicReader } from '../../../public/public-reader';
import { PUBLIC_TYPES } from '../../../public/public-types';

const read = { middlewares: [publicReader('api::partner-link.partner-link', PUBLIC_TYPES['api::partner-link.partner-link'])] };

export default factories.createCoreRouter('api::partner-link.partner-link', { config: { find: read, findOne: read } });
