import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { PageCorrection, PageOutcome, PageView, RecognisedStory } from '../../../../shared/contracts/pages';
import type { Message } from '../../../../shared/contracts/messages';
import type { Problem } from '../../import/problem';
import { blocksOf } from '../../import/blocks';
import type { Story } from '../../import/story';
import { createCorrections, type KeptCorrection } from '../../store/corrections';
import { shownProblem } from '../../history/shown-problem';
import { findPage, type KnownPage } from './find-page';
import { linesWithParts } from './lines-with-parts';
import { type Missing, type ReadAgain, readKnownPage } from './read-known-page';
import { firstOf, viewArticle } from './view-article';
import { message } from '../../messages/message';
import { refuse } from '../../messages/refuse';
import { hasAnyOf } from '../../policies/is-allowed';
import type { PanelContext } from '../../routes/panel-route';
import { readableArticles } from './readable-articles';

function recognised({ body, confidence, ...story }: Story): RecognisedStory {
  const { title, datePublished, dateModified, category, tags, byline, authors, originalUrl, views, locale } = story;
  return {
    ...{ title, datePublished, dateModified, category, tags, byline, authors, originalUrl, views, locale, confidence },
    body: firstOf([...blocksOf(body)]),
  };
}

function shownCorrection({ id, by, at, leftOut, fields }: KeptCorrection): PageCorrection {
  const values = Object.entries(fields).map(([field, { value }]) => [field, value] as const);
  return { id, by, at, leftOut, fields: Object.fromEntries(values) };
}

const outcomeOf = ({ entry }: KnownPage): PageOutcome | null =>
  entry && { action: entry.action, reason: entry.reason, reasons: entry.reasons };

/** What was reported of a page when it was read last. */
const keptProblems = ({ entry, items }: KnownPage): readonly Problem[] => entry?.problems ?? items.at(-1)?.problems ?? [];

/** What can't be seen by reading the page once more. */
const ofWriting = (problems: readonly Problem[]) => problems.filter(({ rule }) => rule === 'write-failed');

/** Whether something was said of what the page holds now, as far as that can be seen. */
const isMeant = (correction: KeptCorrection, read: ReadAgain | Missing) =>
  'missing' in read || correction.pageHash === null || correction.pageHash === read.pageHash;

/** The later run that has read other bytes under the page's name; null where there is none, or where the hashes are not known. */
function readLaterBy({ run, entry, items }: KnownPage): number | null {
  const last = items.at(-1);
  if (!entry?.pageHash || last === undefined || last.run <= run.id || last.pageHash === null) return null;
  return entry.pageHash === last.pageHash ? null : last.run;
}

/** Whether the page holds other bytes now than the run has read. What the ledger knows of a page is older than a preview of it. */
function hasChanged({ run, entry, items }: KnownPage, { pageHash }: ReadAgain): boolean {
  if (entry?.pageHash) return entry.pageHash !== pageHash;
  const last = items.at(-1);
  return run.kind !== 'preview' && last !== undefined && last.pageHash !== null && !last.conflicts && last.pageHash !== pageHash;
}

/** What is to be known about the text that is shown; null where it is the page as it was imported, and all of it. */
function noteOn(known: KnownPage, read: ReadAgain): Message | null {
  const later = readLaterBy(known);
  if (later !== null) return message('page-read-since', { run: known.run.id, later });
  if (hasChanged(known, read)) return message('page-changed', {});
  return read.isCut ? message('page-long', {}) : null;
}

/** Hides a text that the run has not read: the file was overwritten, and a later run has read it since. */
function asRead(known: KnownPage, read: ReadAgain | Missing): ReadAgain | Missing {
  if ('missing' in read) return read;
  const later = readLaterBy(known);
  return later !== null && hasChanged(known, read) ? { missing: message('page-text-replaced', { run: known.run.id, later }) } : read;
}

/** The correction of a page, found by its bytes or else by its name, and the page as it is read with it. */
async function readAsCorrected(strapi: Core.Strapi, known: KnownPage) {
  const { page } = known;
  const corrections = createCorrections(strapi);
  const named = (await corrections.ofPages([{ page, hash: () => null }])).get(page);
  const read = await readKnownPage(strapi, known, named);
  if ('missing' in read || named?.pageHash === read.pageHash) return { correction: named, read };
  const meant = (await corrections.ofPages([{ page, hash: () => read.pageHash }])).get(page);
  return meant?.pageHash === read.pageHash
    ? { correction: meant, read: await readKnownPage(strapi, known, meant) }
    : { correction: named, read };
}

/** The article of a page, for who may read it. */
async function articleFor(context: PanelContext, strapi: Core.Strapi, documentId: string, locale: string): Promise<PageView['article']> {
  const mayRead = await readableArticles(context, strapi, [documentId]);
  return mayRead(documentId, locale) ? viewArticle(strapi, documentId, locale) : null;
}

/**
 * A page's text with what each line gave, what was recognised, and the article as it stands.
 *
 * @throws NotFoundError
 */
export async function viewPage(context: PanelContext, strapi: Core.Strapi, runId: number, name: string): Promise<PageView> {
  const known = await findPage(strapi, runId, name);
  const { correction, read: readNow } = await readAsCorrected(strapi, known);
  const read = asRead(known, readNow);
  // What another run has read is for those who may see that one.
  const isOwn = !('missing' in read) || known.entry !== null || hasAnyOf(context, ['view', 'correct']);
  if (!isOwn) throw refuse(errors.NotFoundError, 'page-unknown', { run: runId });
  const kept = keptProblems(known);
  const { run, page, path, documentId, locale } = known;
  const shown =
    'missing' in read
      ? { lines: null, missing: read.missing, note: null, story: null, problems: kept.map(shownProblem) }
      : {
          lines: linesWithParts(read, read.recognition.story.provenance),
          missing: null,
          note: noteOn(known, read),
          story: recognised(read.recognition.story),
          problems: [...read.recognition.problems, ...ofWriting(kept)].map(shownProblem),
        };
  return {
    ...{ page, path, run: { id: run.id, kind: run.kind, startedAt: run.startedAt } },
    ...shown,
    outcome: outcomeOf(known),
    correction: correction === undefined || !isMeant(correction, read) ? null : shownCorrection(correction),
    article: documentId === null || locale === null ? null : await articleFor(context, strapi, documentId, locale),
  };
}
