import { stat } from 'node:fs/promises';
import path from 'node:path';
import { SITE_DATA_FILE } from '../site/site-data';
import { formatByHead, formatByName } from './archive/formats';
import { checkPaths, STANDARD_INPUT } from './check-paths';
import { collect } from './collect';
import { faultOf } from './fault';
import { faultyPage, type Found, type FoundPage, type Place } from './found';
import { type Limits, LIMITS } from './limits';
import { noFile, readFileOf } from './read-file';
import { oneByOne, type Source } from './source';
import { SourceError } from './source-error';
import { spool, type Spool } from './spool';
import { fileStep, type Step, walkFolder } from './walk-folder';
import { message } from '../../messages/message';

export interface SourceOptions {
  /** What `-` stands for; without it, `-` is refused. */
  readonly standardInput?: AsyncIterable<Uint8Array>;
  readonly limits?: Limits;
  /** The folder that pages are named below. Given, it is also left out of what people are shown. */
  readonly base?: string;
}

/**
 * What the ledger knows a file by: its place below the working directory, so that a copy of the whole project knows it
 * too; for a file elsewhere its full path. Letters with accents have one form in it, whichever the disk has. An upload is named below its own folder: brought in again, it has the same names.
 */
function placeOf(file: string, base: string | undefined): Place {
  const below = path.relative(base ?? process.cwd(), file);
  const name = (below.startsWith('..') ? path.resolve(file) : below).split(path.sep).join('/').normalize('NFC');
  return { name, path: base === undefined ? file : name };
}

/** Tells whether a folder has a file of a name. Hardly any folder is asked. */
function takenIn(names: readonly string[]): (name: string) => boolean {
  let all: ReadonlySet<string> | undefined;
  return (name) => (all ??= new Set(names)).has(name);
}

/** The files of a folder, with the places that `placeOf` gives them, found for all of them at once. */
function placedIn(folder: string, names: readonly string[], base: string | undefined): { readonly file: string; readonly place: Place }[] {
  // Any name shows where the folder's own ends.
  const sample = path.join(folder, 'x');
  const [fileHead, nameHead] = [sample, placeOf(sample, base).name].map((text) => text.slice(0, -1));
  const isTaken = takenIn(names);
  return names.map((one) => {
    const composed = one.normalize('NFC');
    const [file, name] = [`${fileHead}${one}`, `${nameHead}${composed !== one && isTaken(composed) ? one : composed}`];
    return { file, place: { name, path: base === undefined ? file : name } };
  });
}

const plainFile = (file: string, place: Place, limits: Limits): FoundPage => ({
  kind: 'page',
  file,
  read: (gather = collect) => readFileOf(file, limits.page, gather).catch(faultOf),
  ...place,
});

async function* foundInInput({ file }: Spool, limits: Limits): AsyncGenerator<readonly Found[]> {
  const place = { name: STANDARD_INPUT, path: STANDARD_INPUT };
  const format = await formatByHead(file);
  if (format) yield* oneByOne(format(file, place, limits));
  else yield [plainFile(file, place, limits)];
}

const siteDataAt = (file: string, place: Place): Found => ({ ...place, kind: 'site-data', use: (work) => work(file) });

/** The most plain files that come together. */
const MOST_TOGETHER = 64;

interface Opening {
  readonly limits: Limits;
  readonly base: string | undefined;
}

/** What a file holds that can be reached only by bytes. */
async function* foundInOdd(onDisk: Buffer, file: string, { limits, base }: Opening): AsyncGenerator<readonly Found[]> {
  const place = placeOf(file, base);
  const format = formatByName(file);
  if (format !== undefined) yield* oneByOne(format(onDisk, place, limits));
  else yield [{ ...place, kind: 'page', read: (gather = collect) => readFileOf(onDisk, limits.page, gather).catch(faultOf) }];
}

/** What is at a path: all that a folder holds, or the one file. */
async function* stepsFrom(given: string): AsyncGenerator<Step> {
  const look = await stat(given);
  if (look.isDirectory()) yield* walkFolder(given);
  else if (!look.isFile()) yield { kind: 'fault', file: given, fault: noFile(look) };
  else if (path.basename(given) === SITE_DATA_FILE) yield { kind: 'site-data', file: given };
  else yield fileStep(given);
}

/** Tells whether a place is met for the first time. */
type IsNew = (place: Place) => boolean;

/** The pages that files hold: the files themselves, and what archives among them hold. */
async function* foundInFiles(
  folder: string,
  names: readonly string[],
  isNew: IsNew,
  { limits, base }: Opening,
): AsyncGenerator<readonly Found[]> {
  let plain: Found[] = [];
  for (const { file, place } of placedIn(folder, names, base)) {
    if (!isNew(place)) continue;
    const format = formatByName(file);
    if (format === undefined) plain.push(plainFile(file, place, limits));
    else {
      if (plain.length > 0) yield plain;
      plain = [];
      yield* oneByOne(format(file, place, limits));
    }
  }
  if (plain.length > 0) yield plain;
}

async function* foundAt(given: string, isNew: IsNew, opening: Opening): AsyncGenerator<readonly Found[]> {
  for await (const step of stepsFrom(given)) {
    if (step.kind === 'files') {
      const { folder, names } = step;
      for (let start = 0; start < names.length; start += MOST_TOGETHER)
        yield* foundInFiles(folder, names.slice(start, start + MOST_TOGETHER), isNew, opening);
      continue;
    }
    const place = placeOf(step.file, opening.base);
    if (!isNew(place)) continue;
    if (step.kind === 'odd-file') {
      yield* foundInOdd(step.onDisk, step.file, opening);
      continue;
    }
    yield [step.kind === 'fault' ? faultyPage(place, step.fault) : siteDataAt(step.file, place)];
  }
}

/** A file that is given twice is read once. Where nothing can be met twice no names are kept: those of a million pages take a hundred megabytes. */
function newAmong(given: ReadonlySet<string>): IsNew {
  if (given.size <= 1) return () => true;
  const seen = new Set<string>();
  return ({ name }) => seen.size < seen.add(name).size;
}

/**
 * Opens folders (with all that is below them), files, archives, and standard input. Within each of them pages come in
 * name order, out of a tar in its own. What can't be read is found too: reading it tells what is wrong.
 *
 * @throws SourceError naming every given path that can't be found or read; or when standard input can't be taken.
 */
export async function openSource(paths: readonly string[], { standardInput, limits = LIMITS, base }: SourceOptions = {}): Promise<Source> {
  await checkPaths(paths);
  let input: Spool | null = null;
  if (paths.includes(STANDARD_INPUT)) {
    if (!standardInput) throw new SourceError(message('input-not-offered', {}));
    input = await spool(standardInput, limits);
  }

  return {
    async *found() {
      const different = new Set(paths);
      const isNew = newAmong(different);
      for (const given of different) {
        if (given === STANDARD_INPUT && input) yield* foundInInput(input, limits);
        else {
          try {
            yield* foundAt(given, isNew, { limits, base });
          } catch (cause) {
            // It was there when it was looked for, and has gone since.
            yield [faultyPage(placeOf(given, base), faultOf(cause))];
          }
        }
      }
    },
    close: async () => input?.remove(),
  };
}
