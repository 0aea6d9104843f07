import { readEnvironment } from '../src/environment/environment';

export default () => [
  'strapi::logger',
  'strapi::errors',
  'global::database-faults',
  'strapi::security',
  { name: 'strapi::cors', config: { origin: readEnvironment().CORS_ORIGINS, credentials: false } },
  { name: 'strapi::poweredBy', config: { poweredBy: 'Newsroom' } },
  'global::media',
  'global::plain-requests',
  'global::news',
  'global::graphql-answers',
  'strapi::compression',
  'strapi::query',
  { name: 'strapi::body', config: { formidable: { maxFileSize: 20 * 1024 * 1024 } } },
  'global::form-files',
  'global::storable-texts',
  'strapi::session',
  { name: 'strapi::favicon', config: { path: 'public/favicon.png' } },
  'strapi::public',
];
