import type { Core } from '@strapi/strapi';
import { createBulkWriter } from '../bulk/bulk-writer';
import { rowsOf } from '../../../../../strapi/rows';
import { findSlugs } from '../../../../../slugs/find-slugs';
import { rubricKey } from '../import/plan/ledger';
import type { WholeStory } from '../import/story';
import type { Entries, RunEntry } from './entries';
import type { Ledger, NewItem } from './ledger';
import { together } from './together';
import { CATEGORY } from './uids';

/** What the ledger calls a rubric. */
const rubricItem = (key: string) => `@category/${key}`;

type Named = Pick<WholeStory, 'category' | 'locale'>;

/** The rubrics of stories. One that an editor has renamed since an import made it is known by the ledger. */
export interface Rubrics {
  /** Documents of the rubrics that some stories name, by `rubricKey`; none for one that does not exist. */
  find(stories: readonly Named[]): Promise<Map<string, string>>;
  /** Makes rubrics that do not exist yet. */
  make(keys: readonly { readonly name: string; readonly locale: string }[], run: number): Promise<Map<string, string>>;
}

/** What a run keeps of a rubric that it made, or would make. */
export function rubricEntry({ name, locale }: { readonly name: string; readonly locale: string }, documentId: string | null): RunEntry {
  const page = rubricItem(rubricKey(name, locale));
  const told = { action: 'category', reason: 'a rubric of the pages', title: name } as const;
  return { page, path: page, ...told, targetId: documentId, targetLocale: locale, conflicts: [], problems: [], before: null };
}

interface Row {
  readonly documentId: string;
  readonly name: string;
  readonly locale: string;
}

const SELECTED = ['documentId', 'name', 'locale'] as const satisfies readonly (keyof Row)[];

export function createRubrics(strapi: Core.Strapi, ledger: Ledger, entries: Entries): Rubrics {
  const writer = createBulkWriter(strapi, CATEGORY);
  const rows = () => rowsOf<Row>(strapi, CATEGORY);

  return {
    async find(stories) {
      const keys = new Map<string, Row['name']>();
      for (const { category, locale } of stories) if (category !== null) keys.set(rubricKey(category, locale), category);
      if (keys.size === 0) return new Map();

      const [items, named] = await together([
        ledger.ofPages([...keys.keys()].map(rubricItem)),
        rows().findMany({ select: SELECTED, where: { name: { $in: [...new Set(keys.values())] } }, orderBy: { id: 'desc' } }),
      ]);
      const targets = items.map(({ targetId }) => targetId);
      const standing = targets.length === 0 ? [] : await rows().findMany({ select: SELECTED, where: { documentId: { $in: targets } } });
      const isStanding = new Set(standing.map(({ documentId, locale }) => `${documentId}/${locale}`));
      const found = new Map(named.map(({ name, locale, documentId }) => [rubricKey(name, locale), documentId]));
      for (const { page, targetId, targetLocale } of items) {
        if (isStanding.has(`${targetId}/${targetLocale}`)) found.set(page.slice(rubricItem('').length), targetId);
      }
      return new Map([...found].filter(([key]) => keys.has(key)));
    },

    async make(missing, run) {
      const made = new Map<string, string>();
      for (const { name, locale } of missing) {
        const [slug] = await findSlugs(strapi, CATEGORY, locale, [name]);
        const [documentId = ''] = await writer.create([{ locale, data: { name, slug } }]);
        made.set(rubricKey(name, locale), documentId);
      }
      const items = missing.map(({ name, locale }): NewItem => {
        const [page, targetId] = [rubricItem(rubricKey(name, locale)), made.get(rubricKey(name, locale)) ?? ''];
        const nothing = { storyKey: '', contentHash: '', pageHash: null, reading: null, standing: null, problems: [], sketch: null };
        return { page, targetId, targetLocale: locale, ...nothing, written: {}, published: true, status: 'imported', run };
      });
      await ledger.record(items);
      await entries.add(
        run,
        missing.map((rubric) => rubricEntry(rubric, made.get(rubricKey(rubric.name, rubric.locale)) ?? null)),
      );
      return made;
    },
  };
}
