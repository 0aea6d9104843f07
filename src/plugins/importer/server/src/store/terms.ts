import type { Core } from '@strapi/strapi';
import { findSlugs } from '../slugs/find-slugs';
import { rowsOf } from '../database/rows';
import { createBulkWriter } from '../bulk/bulk-writer';
import { type Term, TERM_KINDS, termKey, type TermKind, termsOf } from '../import/plan/terms';
import type { WholeStory } from '../import/story';
import { because } from '../messages/reasons';
import type { RunEntry } from './entries';
import type { NewItem } from './ledger';
import type { ChunkParts } from './chunk/chunk-writing';
import type { TermType } from './content-model';
import { together } from './together';

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

/** A row of a term. */
interface Row {
  readonly documentId: string;
  readonly name: string;
  /** Null in a type without languages. */
  readonly locale: string | null;
}

async function findRows(strapi: Core.Strapi, type: TermType, where: Readonly<Record<string, unknown>>): Promise<Row[]> {
  const select = ['documentId', 'locale', ...type.ownNames(['name'])];
  const rows = await rowsOf<Record<string, unknown>>(strapi, type.uid).findMany({ select, where, orderBy: { id: 'desc' } });
  return rows.map((row) => ({
    documentId: String(row['documentId']),
    name: String(type.fromRow(row).name),
    locale: type.localized ? String(row['locale']) : null,
  }));
}

export function createTerms({ strapi, ledger, entries, content }: Pick<ChunkParts, 'strapi' | 'ledger' | 'entries' | 'content'>): Terms {
  const typeOf = (kind: TermKind): TermType => {
    const type = content.terms[kind];
    if (type === null) throw new Error(`The configuration names no content type for ${kind}`);
    return type;
  };
  const byKind = (terms: readonly Term[]) => TERM_KINDS.map((kind) => [kind, terms.filter((term) => term.kind === kind)] as const);

  /** Documents of the terms of one kind, by name and by what the ledger knows. */
  const findOfKind = async (kind: TermKind, terms: readonly Term[]): Promise<[string, string][]> => {
    if (terms.length === 0) return [];
    const type = typeOf(kind);
    const placeOf = (documentId: string, locale: string | null) => (type.localized ? `${documentId}/${locale}` : documentId);
    const [items, named] = await together([
      ledger.ofPages(terms.map((term) => termItem(termKey(term)))),
      findRows(strapi, type, { [type.fields.name]: { $in: [...new Set(terms.map(({ name }) => name))] } }),
    ]);
    const targets = items.map(({ targetId }) => targetId);
    const found = targets.length === 0 ? [] : await findRows(strapi, type, { documentId: { $in: targets } });
    const standing = new Set(found.map(({ documentId, locale }) => placeOf(documentId, locale)));
    const known = items.filter(({ targetId, targetLocale }) => standing.has(placeOf(targetId, targetLocale)));
    // One without a language is that of all languages.
    const languages = type.localized ? [] : [...new Set(terms.map(({ locale }) => locale))];
    return [
      ...named.flatMap(({ name, locale, documentId }) =>
        (locale === null ? languages : [locale]).map((one): [string, string] => [termKey({ kind, name, locale: one }), documentId]),
      ),
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
        const type = typeOf(kind);
        const writer = createBulkWriter(strapi, type.uid);
        for (const locale of type.localized ? new Set(ofKind.map((term) => term.locale)) : [undefined]) {
          const own = ofKind.filter((term) => locale === undefined || term.locale === locale);
          const names = [...new Set(own.map(({ name }) => name))];
          const slugs = await findSlugs(strapi, type, locale, names);
          const common = { ...(locale === undefined ? {} : { locale }), ...(type.draftAndPublish ? { status: 'published' as const } : {}) };
          const ids = await writer.create(names.map((name, index) => ({ ...common, data: type.toData({ name, slug: slugs[index] }) })));
          own.forEach((term) => made.set(termKey(term), ids[names.indexOf(term.name)] ?? ''));
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
