import type { Word } from '../translations/use-words';

interface Reason {
  /** As the server says it. */
  readonly said: RegExp;
  readonly word: Word;
  /** What the first group of it is called in the word. */
  readonly value?: 'fields' | 'locales' | 'page' | 'run' | 'count' | 'by' | 'kind';
}

/** Why something is done with a page, in the server's words and in ours. Older databases hold "rubric" where the server says "category" now. */
export const REASONS: readonly Reason[] = [
  { said: /^the page is new$/, word: 'importer.common.reason.new' },
  { said: /^the page has changed$/, word: 'importer.common.reason.changed' },
  { said: /^its conflicts were settled$/, word: 'importer.common.reason.settled' },
  { said: /^an editor's draft waits to be published$/, word: 'importer.common.reason.draft-waits' },
  { said: /^kept as an editor left it: (.+)$/, word: 'importer.common.reason.kept-fields', value: 'fields' },
  { said: /^an editor (?:has )?changed (.+?)(?: since)?$/, word: 'importer.common.reason.editor-changed', value: 'fields' },
  { said: /^an editor (?:has )?removed (?:it|it already|the article)$/, word: 'importer.common.reason.editor-removed' },
  { said: /^an editor has published it since$/, word: 'importer.common.reason.published-since' },
  { said: /^an editor has unpublished it since$/, word: 'importer.common.reason.unpublished-since' },
  { said: /^an editor has added it in (.+) since$/, word: 'importer.common.reason.added-in', value: 'locales' },
  { said: /^an editor has renamed it since$/, word: 'importer.common.reason.renamed' },
  { said: /^left out by (.+)$/, word: 'importer.common.reason.left-out', value: 'by' },
  { said: /^the page has errors$/, word: 'importer.common.reason.errors' },
  { said: /^writing failed$/, word: 'importer.common.reason.write-failed' },
  { said: /^the same page as (.+)$/, word: 'importer.common.reason.same-page', value: 'page' },
  { said: /^the same story as (.+)$/, word: 'importer.common.reason.same-as', value: 'page' },
  { said: /^the same address as (.+)$/, word: 'importer.common.reason.same-address', value: 'page' },
  { said: /^the file is (.+)$/, word: 'importer.common.reason.skipped', value: 'kind' },
  { said: /^the page is as it was$/, word: 'importer.common.reason.as-it-was' },
  { said: /^texts that were missing$/, word: 'importer.common.reason.site' },
  { said: /^a partner that was missing$/, word: 'importer.common.reason.partner' },
  { said: /^a (?:category|rubric) of the pages$/, word: 'importer.common.reason.category' },
  { said: /^a tag of the pages$/, word: 'importer.common.reason.tag' },
  { said: /^an author of the pages$/, word: 'importer.common.reason.author' },
  { said: /^the run (?:created|made) it$/, word: 'importer.common.reason.run-made' },
  { said: /^the run filled (.+)$/, word: 'importer.common.reason.run-filled', value: 'fields' },
  { said: /^the run updated it$/, word: 'importer.common.reason.run-updated' },
  { said: /^run (\d+) has updated it since: undo that one first$/, word: 'importer.common.reason.later-run', value: 'run' },
  { said: /^there are articles in it: (\d+)$/, word: 'importer.common.reason.has-articles', value: 'count' },
  { said: /^its (?:category|rubric) of before is gone$/, word: 'importer.common.reason.category-gone' },
  { said: /^the ledger does not know it any more$/, word: 'importer.common.reason.forgotten' },
  { said: /^its article is gone$/, word: 'importer.common.reason.article-gone' },
  { said: /^the run took note of the page$/, word: 'importer.common.reason.took-note' },
  { said: /^a later run has read it again$/, word: 'importer.common.reason.read-again' },
];
