import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { readEnvironment } from '../src/environment/environment';
import { readSecret } from '../src/environment/secrets';

export default () => {
  const { HOST, PORT, PUBLIC_URL, PUBLIC_FOLDER, IS_PROXIED, PROXIES = IS_PROXIED ? 1 : 0 } = readEnvironment();
  mkdirSync(path.resolve(PUBLIC_FOLDER, 'uploads'), { recursive: true });
  return {
    host: HOST,
    port: PORT,
    ...(PUBLIC_URL === undefined ? {} : { url: PUBLIC_URL }),
    dirs: { public: path.resolve(PUBLIC_FOLDER) },
    // Each proxy adds the address that it was asked from at the end. What stands before those is what a client has written.
    proxy: { koa: PROXIES > 0, maxIpsCount: PROXIES },
    logger: { startup: { enabled: false }, updates: { enabled: false } },
    app: { keys: readSecret('APP_KEYS').split(',') },
  };
};
