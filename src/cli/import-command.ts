import { InvalidArgumentError, Option } from 'commander';
import { DEFAULT_PROFILE, type Status } from '../plugins/importer/server/src/services/for-commands';
import { type ReadingOptions, readingCommand } from './options';

export interface ImportOptions extends ReadingOptions {
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly status: Status;
  readonly redo?: boolean;
  /** A folder for pages with errors. */
  readonly quarantine?: string;
  /** A CSV file for all problems. */
  readonly problems?: string;
  readonly undo?: number;
  readonly runs?: boolean;
}

function parseRun(value: string): number {
  if (/^[1-9]\d{0,8}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('It must be the number of a run: --runs lists them.');
}

/** What the command line asks of `import`. What is wrong about it ends the process with usage. */
export function importCommand(): { readonly paths: readonly string[]; readonly options: ImportOptions } {
  const command = readingCommand('import', 'Import the pages of a news site, undo an import, or list all', 'optional')
    .option('--dry-run', 'tell what an import or an undo would do, and write nothing')
    .option('--json', 'print one report as JSON on standard output, and nothing else')
    .addOption(new Option('--status <status>', 'status of new articles').choices(['draft', 'published']).default('published'))
    .option('--redo', 'recognise again what an older importer has imported')
    .option('--quarantine <folder>', 'write the pages that have errors into a folder')
    .option('--problems <file>', 'write all problems into a CSV file')
    .option('--undo <run>', 'take back what a run did, but for what somebody has touched since', parseRun)
    .option('--runs', 'list the runs')
    .parse();
  const options = command.opts<ImportOptions>();
  const asked = [options.undo !== undefined, options.runs === true, command.args.length > 0].filter(Boolean);
  if (asked.length !== 1) command.error('error: give paths to import, or --undo <run>, or --runs');
  if (options.locale !== undefined && !DEFAULT_PROFILE.locales.includes(options.locale)) {
    command.error(`error: option '--locale' takes a language of the site: ${DEFAULT_PROFILE.locales.join(', ')}`);
  }
  return { paths: command.args, options };
}
