import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { PageCorrection, PageOutcome, PageView, RecognisedStory } from '../../../../shared/contracts/pages';
import type { Said } from '../../../../shared/contracts/sayings';
import type { Problem } from '../../pipeline/problem';
import type { Story } from '../../pipeline/story';
import { createCorrections, type KeptCorrection } from '../../store/corrections';
import { shownProblem } from '../../history/shown-problem';
import { findPage, type KnownPage } from './find-page';
import { linesWithParts } from './lines-with-parts';
import { type Missing, type ReadAgain, readKnownPage } from './read-known-page';
import { viewArticle } from './view-article';
import { said } from '../../sayings/said';
import { refuse } from '../../sayings/refuse';
import { hasAnyOf, type PanelContext } from '../panel-route';
import { readableArticles } from './readable-articles';

const recognised = ({ title, datePublished, category, views, locale, paragraphs }: Story): RecognisedStory => ({
  ...{ title, datePublished, category, views, locale, paragraphs },
});

function shownCorrection({ id, by, at, leftOut, fields }: KeptCorrection): PageCorrection {
  const values = Object.entries(fields).map(([field, { value }]) => [field, value] as const);
  return { id, by, at, leftOut, fields: Object.fromEntries(values) };
}

const outcomeOf = ({ entry }: KnownPage): PageOutcome | null => entry && { action: entry.action, reason: entry.reason };

/** What was told of a page when it was read last. */
const keptProblems = ({ entry, items }: KnownPage): readonly Problem[] => entry?.problems ?? items.at(-1)?.problems ?? [];

/** What can't be seen by reading the page once more. */
const ofWriting = (problems: readonly Problem[]) => problems.filter(({ rule }) => rule === 'write-failed');

/** Whether something was said of what the page holds now, as far as that can be seen. */
const isMeant = (correction: KeptCorrection, read: ReadAgain | Missing) =>
  'missing' in read || correction.pageHash === null || correction.pageHash === read.pageHash;

/** The ledger does not know the bytes of a page with conflicts; and what it knows of a page is older than a preview of it. */
function hasChanged({ run, items }: KnownPage, { pageHash }: ReadAgain): boolean {
  if (run.kind === 'preview') return false;
  const last = items.at(-1);
  return last !== undefined && last.pageHash !== null && !last.conflicts && last.pageHash !== pageHash;
}

/** What is to be known about the text that is shown; null where it is the page as it was imported, and all of it. */
function noteOn(known: KnownPage, read: ReadAgain): Said | null {
  if (hasChanged(known, read)) return said('page-changed', {});
  return read.isCut ? said('page-long', {}) : null;
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
  const correction = (await createCorrections(strapi).ofPages([name])).get(name);
  const read = await readKnownPage(strapi, known, correction);
  // What another run has read is for those who may see that one.
  const isOwn = !('missing' in read) || known.entry !== null || hasAnyOf(context, ['view', 'correct']);
  if (!isOwn) throw refuse(errors.NotFoundError, 'page-unknown', { run: runId });
  const kept = keptProblems(known);
  const { run, page, path, documentId, locale } = known;
  const shown =
    'missing' in read
      ? { lines: null, missing: read.missing, note: null, story: null, problems: kept.map(shownProblem) }
      : {
          lines: linesWithParts(read.lines, read.recognition.story.provenance),
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
