import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { IANAZone } from 'luxon';
import { type DatabaseError, databaseErrorOf } from '../database/database-error';
import { type Environment, EnvironmentError, readEnvironment } from '../environment/environment';
import {
  DATE_ORDERS,
  type DateOrder,
  DEFAULT_PROFILE,
  type SiteProfile,
  SourceError,
} from '../plugins/importer/server/src/services/for-commands';

/** Exit codes of every command. */
export const EXIT = { fine: 0, problems: 1, usage: 2, busy: 3, database: 4, interrupted: 130 } as const;

/** Options that say how pages are to be read. */
export interface ReadingOptions {
  readonly locale?: string;
  readonly timeZone?: string;
  readonly dateOrder?: DateOrder;
}

function parseTimeZone(value: string): string {
  if (IANAZone.isValidZone(value)) return value;
  throw new InvalidArgumentError('It must be an IANA name, such as Asia/Baku.');
}

function parseLocale(value: string): string {
  try {
    return Intl.getCanonicalLocales(value)[0] ?? value;
  } catch {
    throw new InvalidArgumentError('It must be a language code, such as ru, az or en.');
  }
}

/** What every command that reads pages says about its paths. */
export const PATHS = 'folders with page texts, page texts, archives of them (.zip, .tar, .tar.gz, .tgz, .gz), or - for standard input';

/** A command that reads pages: `<name> <paths…>`, with the options of every such command. */
export function readingCommand(name: string, description: string, paths: 'required' | 'optional' = 'required'): Command {
  return new Command(name)
    .description(description)
    .argument(paths === 'required' ? '<paths...>' : '[paths...]', PATHS)
    .option('--locale <code>', 'language of all pages; detected for each page when left out', parseLocale)
    .option('--time-zone <zone>', `IANA zone of the pages' times (default: SITE_TIME_ZONE, or ${DEFAULT_PROFILE.timeZone})`, parseTimeZone)
    .addOption(
      new Option('--date-order <order>', 'what stands first in dates such as 08/12/2019; learnt from the pages when left out').choices(
        DATE_ORDERS,
      ),
    )
    .exitOverride()
    .showHelpAfterError('(--help lists all options)');
}

/** What the environment tells of the site. */
export type SiteHabits = Pick<Environment, 'SITE_TIME_ZONE' | 'SITE_DATE_ORDER'>;

/** The profile that pages are read with. */
export function profileFor({ locale, timeZone, dateOrder }: ReadingOptions, environment: SiteHabits): SiteProfile {
  const order = dateOrder ?? environment.SITE_DATE_ORDER;
  return {
    ...{ ...DEFAULT_PROFILE, timeZone: timeZone ?? environment.SITE_TIME_ZONE },
    ...(locale === undefined ? {} : { locale }),
    ...(order === undefined ? {} : { dateOrder: order }),
  };
}

/** What the environment names wrongly is told by whoever has read it. */
function databaseErrorIn(cause: unknown): DatabaseError | null {
  if (cause instanceof EnvironmentError) return null;
  return databaseErrorOf(cause, readEnvironment());
}

/**
 * Runs a command and sets the exit code: what `run` answers, 2 for wrong usage (a path at which there is nothing is
 * that too), 4 for a database that can't be used, and 1 with one line on standard error for what else it throws.
 */
export async function runCommand(run: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await run();
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? EXIT.fine : EXIT.usage;
      return;
    }
    const ofDatabase = databaseErrorIn(error);
    process.stderr.write(`${ofDatabase?.message ?? (error instanceof Error ? error.message : String(error))}\n`);
    // A half-started Strapi holds timers and connections that would keep the process alive.
    process.exit(ofDatabase === null ? (error instanceof SourceError ? EXIT.usage : EXIT.problems) : EXIT.database);
  }
}
