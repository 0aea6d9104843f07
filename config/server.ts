import { readEnvironment } from '../src/environment/environment';
import { readSecret } from '../src/environment/secrets';

export default () => {
  const { HOST, PORT, PUBLIC_URL, IS_PROXIED } = readEnvironment();
  return {
    host: HOST,
    port: PORT,
    ...(PUBLIC_URL === undefined ? {} : { url: PUBLIC_URL }),
    proxy: { koa: IS_PROXIED },
    logger: { startup: { enabled: false }, updates: { enabled: false } },
    app: { keys: readSecret('APP_KEYS').split(',') },
  };
};
