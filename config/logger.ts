import { winston } from '@strapi/logger';
import { readEnvironment } from '../src/environment/environment';

/** Everything that is logged goes to standard error: standard output belongs to what a command answers. */
export default {
  level: readEnvironment().LOG_LEVEL,
  transports: [new winston.transports.Console({ stderrLevels: Object.keys(winston.config.npm.levels) })],
};
