import type { Core } from '@strapi/strapi';
import { shareAnswers } from '../graphql/share-answers';

/** `global::graphql-answers` of `config/middlewares.ts`. */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) => shareAnswers(strapi);
