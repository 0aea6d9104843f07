import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { readEnvironment } from '../src/environment/environment';
import { readSecret } from '../src/environment/secrets';

export default () => {
  const { HOST, PORT, PUBLIC_URL, PUBLIC_FOLDER, IS_PROXIED } = readEnvironment();
  mkdirSync(path.resolve(PUBLIC_FOLDER, 'uploads'), { recursive: true });
  return {
    host: HOST,
    port: PORT,
    ...(PUBLIC_URL === undefined ? {} : { url: PUBLIC_URL }),
    dirs: { public: path.resolve(PUBLIC_FOLDER) },
    proxy: { koa: IS_PROXIED },
    logger: { startup: { enabled: false }, updates: { enabled: false } },
    app: { keys: readSecret('APP_KEYS').split(',') },
  };
};
