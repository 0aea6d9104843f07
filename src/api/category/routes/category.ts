import { factories } from '@strapi/strapi';
import { publicReader } from '../../../public/public-reader';
import { PUBLIC_TYPES } from '../../../public/public-types';

const read = { middlewares: [publicReader('api::category.category', PUBLIC_TYPES['api::category.category'])] };

export default factories.createCoreRouter('api::category.category', { config: { find: read, findOne: read } });
