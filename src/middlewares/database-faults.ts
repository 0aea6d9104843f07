import type { Core } from '@strapi/strapi';
import { answerFaults } from '../database/answer-faults';

/** `global::database-faults` of `config/middlewares.ts`. */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) => answerFaults(strapi);
