import type { Core } from '@strapi/strapi';
import { findSlugs } from '../slugs/find-slugs';
import { rowsOf } from '../database/rows';
import { createBulkWriter } from '../bulk/bulk-writer';
import { type Term, TERM_KINDS, termKey, type TermKind, termsOf } from '../import/plan/terms';
import type { WholeStory } from '../import/story';
import { because } from '../messages/reasons';
import type { Entries, RunEntry } from './entries';
import type { Ledger, NewItem } from './ledger';
import { together } from './together';
import { AUTHOR, CATEGORY, TAG } from './uids';

/** The content types of terms. */
export const TERM_TYPES = { category: CATEGORY, tag: TAG, author: AUTHOR } as const satisfies Record<TermKind, string>;

/** What the ledger calls a term. */
const termItem = (key: string) => `@${key}`;

const keyOfItem = (page: string) => page.slice(termItem('').length);

type Filed = Pick<WholeStory, 'category' | 'tags' | 'authors' | 'locale'>;

/** Categories, tags and authors. One that an editor has renamed since an import made it is known by the ledger. */
export interface Terms {
  /** Documents of the terms that some stories name, by `termKey`; none for one that does not exist. */
  find(stories: readonly Filed[]): Promise<Map<string, string>>;
  /** Makes terms that do not exist yet. */
  make(terms: readonly Term[], run: number): Promise<Map<string, string>>;
}

/** What a run keeps of a term that it made, or would make. */
export function termEntry(term: Term, documentId: string | null): RunEntry {
  const { kind, name, locale } = term;
  const page = termItem(termKey(term));
  const done = { action: kind, reasons: [because(kind, {})], title: name } as const;
  return { page, path: page, ...done, targetId: documentId, targetLocale: locale, conflicts: [], problems: [], before: null };
}

/** The terms that some stories name, each once, by `termKey`. */
export function termsIn(stories: readonly Filed[]): Map<string, Term> {
  const terms = new Map<string, Term>();
  for (const story of stories) {
    for (const term of Object.values(termsOf(story)).flat()) terms.set(termKey(term), term);
  }
  return terms;
}

interface Row {
  readonly documentId: string;
  readonly name: string;
  readonly locale: string;
}

const SELECTED = ['documentId', 'name', 'locale'] as const satisfies readonly (keyof Row)[];

const placeOf = ({ documentId, locale }: Pick<Row, 'documentId' | 'locale'>) => `${documentId}/${locale}`;

export function createTerms(strapi: Core.Strapi, ledger: Ledger, entries: Entries): Terms {
  const rows = (kind: TermKind) => rowsOf<Row>(strapi, TERM_TYPES[kind]);
  const byKind = (terms: readonly Term[]) => TERM_KINDS.map((kind) => [kind, terms.filter((term) => term.kind === kind)] as const);

  /** Documents of the terms of one kind, by name and by what the ledger knows. */
  const findOfKind = async (kind: TermKind, terms: readonly Term[]): Promise<[string, string][]> => {
    if (terms.length === 0) return [];
    const [items, named] = await together([
      ledger.ofPages(terms.map((term) => termItem(termKey(term)))),
      rows(kind).findMany({
        select: SELECTED,
        where: { name: { $in: [...new Set(terms.map(({ name }) => name))] } },
        orderBy: { id: 'desc' },
      }),
    ]);
    const targets = items.map(({ targetId }) => targetId);
    const found = targets.length === 0 ? [] : await rows(kind).findMany({ select: SELECTED, where: { documentId: { $in: targets } } });
    const standing = new Set(found.map(placeOf));
    const known = items.filter(({ targetId, targetLocale }) => standing.has(placeOf({ documentId: targetId, locale: targetLocale })));
    return [
      ...named.map(({ name, locale, documentId }): [string, string] => [termKey({ kind, name, locale }), documentId]),
      ...known.map(({ page, targetId }): [string, string] => [keyOfItem(page), targetId]),
    ];
  };

  return {
    async find(stories) {
      const terms = termsIn(stories);
      if (terms.size === 0) return new Map();
      const found = await together(byKind([...terms.values()]).map(([kind, ofKind]) => findOfKind(kind, ofKind)));
      return new Map(found.flat().filter(([key]) => terms.has(key)));
    },

    async make(terms, run) {
      const made = new Map<string, string>();
      for (const [kind, ofKind] of byKind(terms)) {
        if (ofKind.length === 0) continue;
        const writer = createBulkWriter(strapi, TERM_TYPES[kind]);
        for (const locale of new Set(ofKind.map((term) => term.locale))) {
          const own = ofKind.filter((term) => term.locale === locale);
          const slugs = await findSlugs(
            strapi,
            TERM_TYPES[kind],
            locale,
            own.map(({ name }) => name),
          );
          const ids = await writer.create(own.map(({ name }, index) => ({ locale, data: { name, slug: slugs[index] ?? '' } })));
          own.forEach((term, index) => made.set(termKey(term), ids[index] ?? ''));
        }
      }
      const items = terms.map((term): NewItem => {
        const key = termKey(term);
        const nothing = { storyKey: '', contentHash: '', pageHash: null, reading: null, standing: null, problems: [], sketch: null };
        const target = { targetId: made.get(key) ?? '', targetLocale: term.locale };
        return { page: termItem(key), ...target, ...nothing, written: {}, published: true, status: 'imported', run };
      });
      await ledger.record(items);
      await entries.add(
        run,
        terms.map((term) => termEntry(term, made.get(termKey(term)) ?? null)),
      );
      return made;
    },
  };
}
