import type { Reason, ReasonCode, Reasons } from '../../../shared/contracts/reasons';

type Sentences = { readonly [Code in ReasonCode]: (values: Reasons[Code]) => string };

/** All reasons, in English. */
export const REASON_SENTENCES: Sentences = {
  new: () => 'the page is new',
  changed: () => 'the page has changed',
  settled: () => 'its conflicts were settled',
  'draft-waits': () => "an editor's draft waits to be published",
  'kept-fields': ({ fields }) => `kept as an editor left it: ${fields.join(', ')}`,
  'editor-changed': ({ fields }) => `an editor changed ${fields.join(', ')}`,
  'editor-removed': () => 'an editor removed the article',
  'left-out': ({ by }) => `left out by ${by}`,
  errors: () => 'the page has errors',
  'write-failed': () => 'writing failed',
  'same-page': ({ page }) => `the same page as ${page}`,
  'same-story': ({ page }) => `the same story as ${page}`,
  'same-address': ({ page }) => `the same address as ${page}`,
  'as-it-was': () => 'the page is as it was',

  site: () => 'texts that were missing',
  partner: () => 'a partner that was missing',
  category: () => 'a category of the pages',
  tag: () => 'a tag of the pages',
  author: () => 'an author of the pages',

  'run-created': () => 'the run created it',
  'run-updated': () => 'the run updated it',
  'run-made': () => 'the run made it',
  'run-filled': ({ fields }) => `the run filled ${fields.join(', ')}`,
  'took-note': () => 'the run took note of the page',
  'later-run': ({ run }) => `run ${run} has updated it since: undo that one first`,
  'changed-since': ({ fields }) => `an editor has changed ${fields.join(', ')} since`,
  'published-since': () => 'an editor has published it since',
  'unpublished-since': () => 'an editor has unpublished it since',
  'added-since': ({ locales }) => `an editor has added it in ${locales.join(', ')} since`,
  'renamed-since': () => 'an editor has renamed it since',
  'removed-since': () => 'an editor has removed it',
  'removed-already': () => 'an editor has removed it already',
  'has-articles': ({ count }) => `there are articles in it: ${count}`,
  'category-gone': () => 'its category of before is gone',
  'article-gone': () => 'its article is gone',
  'read-again': () => 'a later run has read it again',
  forgotten: () => 'the ledger does not know it any more',
};

/** A reason, by its code. */
export const because = <Code extends ReasonCode>(code: Code, values: Reasons[Code]): Reason<Code> => ({ code, values });

const sentenceOf = <Code extends ReasonCode>({ code, values }: Reason<Code>): string => REASON_SENTENCES[code](values);

/** Reasons as one sentence in English. */
export const reasonText = (reasons: readonly Reason[]): string => reasons.map((reason) => sentenceOf(reason)).join('; ');
