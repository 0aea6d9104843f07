import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { type ListPage, LONGEST_FILTER, type PageQuery } from '../../../../shared/contracts/list';
import type { EntriesQuery, Entry } from '../../../../shared/contracts/runs';
import { listEntries } from '../../history/list-entries';
import type { PanelContext } from '../../routes/panel-route';
import { checked, pageAsked } from '../checked';
import { readableArticles } from '../pages/readable-articles';
import { runSeen } from './run-asked';

const word = z.string().regex(/^[a-z-]{1,50}$/);

/** A filter that is left empty filters nothing. */
const filter = <Schema extends z.ZodType>(schema: Schema) => z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const entriesQuery = pageAsked.extend({
  action: filter(word),
  rule: filter(word),
  severity: filter(z.enum(['error', 'warning'])),
  q: filter(z.string().max(LONGEST_FILTER)),
  conflicts: filter(z.enum(['true', 'false']).transform((value) => value === 'true')),
} satisfies Record<Exclude<keyof EntriesQuery, keyof PageQuery>, z.ZodType>);

/** A conflict quotes the draft of an article: it is told to those who may read that. The entry's reason says which fields it is about. */
async function withoutUnreadable(context: PanelContext, strapi: Core.Strapi, entries: readonly Entry[]): Promise<Entry[]> {
  const quoted = entries.flatMap(({ conflicts, documentId }) => (conflicts.length > 0 && documentId !== null ? [documentId] : []));
  const mayRead = await readableArticles(context, strapi, quoted);
  return entries.map((entry) => (mayRead(entry.documentId ?? '', entry.locale ?? '') ? entry : { ...entry, conflicts: [] }));
}

/** What a run did with each page, as far as who asks may read it. */
export async function entriesSeen(context: PanelContext, strapi: Core.Strapi): Promise<ListPage<Entry>> {
  const { id } = await runSeen(context, strapi);
  const listed = await listEntries(strapi, id, checked(entriesQuery, context.query));
  return { ...listed, items: await withoutUnreadable(context, strapi, listed.items) };
}
