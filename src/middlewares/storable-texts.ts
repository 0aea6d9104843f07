import type { Core } from '@strapi/strapi';
import { refuseUnstorable } from '../public/refuse-unstorable';

/** `global::storable-texts` of `config/middlewares.ts`. */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) => refuseUnstorable(strapi);
