import path from 'node:path';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { readEnvironment } from '../src/environment/environment';
import { createDocumentStore, createQueryStore } from '../src/graphql/bounded-stores';
import { limitCost } from '../src/graphql/limit-cost';
import { rememberQueries } from '../src/graphql/remember-queries';
import { countByMonth } from '../src/news/archive/count-by-month';
import { readMostReadToday } from '../src/news/archive/most-read-today';
import { refuseOnFaults } from '../src/database/answer-faults';
import { maskGraphqlErrors } from '../src/public/mask-graphql-errors';
import { MEDIA_SECURITY } from '../src/public/media-types';
import { refuseUnstorableArguments } from '../src/public/refuse-unstorable';
import { readSecret } from '../src/environment/secrets';

const isProduction = () => process.env.NODE_ENV === 'production';

const MEBIBYTE = 1024 * 1024;

export default () => ({
  email: {
    config: {
      provider: 'nodemailer',
      providerOptions: { url: readEnvironment().SMTP_URL },
      settings: { defaultFrom: readEnvironment().MAIL_FROM, defaultReplyTo: readEnvironment().MAIL_FROM },
    },
  },
  graphql: {
    enabled: true,
    config: {
      endpoint: '/graphql',
      shadowCRUD: true,
      depthLimit: 8,
      defaultLimit: 25,
      maxLimit: 100,
      generateArtifacts: false,
      // In production nothing tells what the schema holds to whoever does not know it.
      ...(isProduction() ? { landingPage: () => ApolloServerPluginLandingPageDisabled() } : {}),
      apolloServer: {
        introspection: !isProduction(),
        // Where an error came from is nobody's business but the log's, in development too.
        includeStacktraceInErrorResponses: false,
        parseOptions: { maxTokens: 1000 },
        documentStore: createDocumentStore(),
        persistedQueries: { cache: createQueryStore() },
        plugins: [
          refuseUnstorableArguments,
          limitCost,
          rememberQueries,
          maskGraphqlErrors({ hideSuggestions: isProduction() }),
          refuseOnFaults,
        ],
      },
    },
  },
  'users-permissions': {
    enabled: true,
    config: {
      jwtSecret: readSecret('JWT_SECRET'),
      jwtManagement: 'refresh',
      register: { allowedFields: [] },
    },
  },
  upload: { config: { sizeLimit: 20 * MEBIBYTE, security: MEDIA_SECURITY } },
  importer: {
    enabled: true,
    resolve: './src/plugins/importer',
    config: {
      content: { derivedTables: ['published_articles'] },
      timeZone: readEnvironment().SITE_TIME_ZONE,
      dateOrder: readEnvironment().SITE_DATE_ORDER ?? null,
      folders: readEnvironment().IMPORT_FOLDERS,
      uploads: {
        folder: path.resolve(readEnvironment().IMPORT_UPLOADS_FOLDER),
        bytes: readEnvironment().IMPORT_UPLOAD_MEGABYTES * MEBIBYTE,
        files: readEnvironment().IMPORT_UPLOAD_FILES,
      },
      retention: {
        runs: readEnvironment().IMPORT_UNDO_DAYS,
        uploads: readEnvironment().IMPORT_UPLOADS_DAYS,
        previews: readEnvironment().IMPORT_PREVIEWS_DAYS,
      },
      home: { mostReadToday: readMostReadToday, countByMonth },
    },
  },
});
