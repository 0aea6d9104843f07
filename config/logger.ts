import { winston } from '@strapi/logger';

/** Everything that is logged goes to standard error: standard output belongs to what a command answers. */
export default {
  transports: [new winston.transports.Console({ stderrLevels: Object.keys(winston.config.npm.levels) })],
};
