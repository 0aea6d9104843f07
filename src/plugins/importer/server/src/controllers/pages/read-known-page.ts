import type { Core } from '@strapi/strapi';
import type { Correction } from '../../import/correction';
import { DEFAULT_PROFILE, isDateOrder } from '../../import/profile';
import { pageHash } from '../../import/workers/page-hash';
import { type KnownSite, knownSite, learntOf } from '../../import/survey/known-site';
import { learnFrom } from '../../import/survey/learn';
import type { Fact, Line } from '../../import/read/document';
import { readDocument } from '../../import/read/read-document';
import { createRecogniser, type Recognition } from '../../import/recognise/recogniser';
import { STANDARD_INPUT } from '../../import/source/check-paths';
import { readPageAgain } from '../../import/source/open-pages';
import { sourceOfRun } from '../../store/run-source';
import type { KeptRun } from '../../store/runs';
import type { KnownPage } from './find-page';
import type { Message } from '../../../../shared/contracts/messages';
import { message } from '../../messages/message';

/** A page as it is now, and as the run reads it. */
export interface ReadAgain {
  readonly lines: readonly Line[];
  readonly facts: readonly Fact[];
  readonly recognition: Recognition;
  readonly pageHash: string;
  /** Whether these are of the beginning of a long page. */
  readonly isCut: boolean;
}

/** Why there is no text to be shown, as people read it. */
export interface Missing {
  readonly missing: Message;
}

/** What a run knew about its site. One of an older importer has not kept it: then only what it was asked for is known. */
export function knownIn({ learnt, options }: KeptRun): KnownSite {
  if (learnt !== null) return learnt;
  const { timeZone, locale, dateOrder } = options;
  const profile = {
    ...DEFAULT_PROFILE,
    ...(typeof timeZone === 'string' ? { timeZone } : {}),
    ...(typeof locale === 'string' ? { locale } : {}),
    ...(isDateOrder(dateOrder) ? { dateOrder } : {}),
  };
  return knownSite(profile, learnFrom([], profile));
}

/** So much of a page is read for people to see: more would keep others waiting, and no browser shows it. */
const MOST_BYTES = 256 * 1024;
const MOST_LINES = 2000;

const LINE_FEED = 0x0a;

/** The beginning of a long page, up to the end of a line where there is one. */
function beginningOf(content: Uint8Array): Uint8Array {
  const most = content.subarray(0, MOST_BYTES);
  let end = 0;
  for (let lines = 0; lines < MOST_LINES; lines += 1) {
    const found = most.indexOf(LINE_FEED, end);
    if (found === -1) return end === 0 || most.length === content.length ? most : most.subarray(0, end);
    // In UTF-16 a zero belongs to it.
    end = found + (most[found + 1] === 0 ? 2 : 1);
  }
  return most.subarray(0, end);
}

const isFromInput = (page: string) => page === STANDARD_INPUT || page.startsWith(`${STANDARD_INPUT}!/`);

/**
 * Reads a page where its run has read it, and recognises it as the run did.
 *
 * @param correction what a person has said of it, and of the bytes that it holds now.
 */
export async function readKnownPage(
  strapi: Core.Strapi,
  { reader, page: name, path }: KnownPage,
  correction?: Correction,
): Promise<ReadAgain | Missing> {
  if (isFromInput(name)) return { missing: message('page-from-input', {}) };
  const content = await readPageAgain({ name, path }, sourceOfRun(strapi, reader));
  if (!(content instanceof Uint8Array)) {
    const { rule, found, expected } = content;
    return { missing: message('page-unreadable', { rule, found, expected }) };
  }
  const known = knownIn(reader);
  const beginning = beginningOf(content);
  const { lines, facts, problems, skipped } = readDocument(beginning, { name, encodings: known.profile.encodings });
  if (skipped !== null) return { missing: message('page-skipped', { kind: skipped }) };
  const [problem] = problems;
  if (lines.length === 0 && facts.length === 0 && problem !== undefined)
    return { missing: message('page-without-text', { rule: problem.rule, sentence: problem.message }) };
  const recogniser = await createRecogniser(known.profile, learntOf(known));
  const hash = pageHash(content);
  const given = correction?.pageHash === hash ? correction.fields : undefined;
  const recognition = recogniser.recognise({ name, path, bytes: beginning }, given);
  return { lines, facts, recognition, pageHash: hash, isCut: beginning.length < content.length };
}
