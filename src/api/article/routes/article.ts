import { factories } from '@strapi/strapi';
import { publicReader } from '../../../public/public-reader';
import { PUBLIC_TYPES } from '../../../public/public-types';
import { viewsInRest } from '../views/views-in-rest';

const UID = 'api::article.article';
const read = { middlewares: [viewsInRest, publicReader(UID, PUBLIC_TYPES[UID])] };

export default factories.createCoreRouter(UID, { config: { find: read, findOne: read } });
