import type { Core } from '@strapi/strapi';
import type { LastImport } from '../../../../shared/contracts/home';

export function readLastImport(_strapi: Core.Strapi): Promise<LastImport> {
  return Promise.resolve(null);
}
