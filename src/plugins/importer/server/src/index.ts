import { z } from 'zod';
import item from './content-types/item/schema.json';
import run from './content-types/run/schema.json';
import { DEFAULT_PROFILE } from './pipeline/profile';
import importer from './services/importer';

const configuration = z.strictObject({ timeZone: z.string() });

export default {
  config: {
    default: { timeZone: DEFAULT_PROFILE.timeZone },
    validator: (config: unknown) => configuration.parse(config),
  },
  contentTypes: { item: { schema: item }, run: { schema: run } },
  services: { importer },
};
