import type { Core } from '@strapi/strapi';
import type { z } from 'zod';
import { type PanelUser, personOf } from '../../history/person';
import { recordWith } from '../../history/record-with';
import { createCorrections } from '../../store/corrections';
import { findPage } from '../pages/find-page';
import { readKnownPage } from '../pages/read-known-page';
import type { pageOrder } from './orders';

type PageAsked = z.infer<typeof pageOrder>;

/** Leaves a page out of all imports from now on, as long as it holds the same bytes. What it became before stays. @throws NotFoundError */
export async function leaveOut(strapi: Core.Strapi, { run, page }: PageAsked, user: PanelUser): Promise<void> {
  const known = await findPage(strapi, run, page);
  const read = await readKnownPage(strapi, known);
  // What holds no text that can be shown may have bytes all the same, which the ledger knows.
  const pageHash = 'missing' in read ? (known.items.at(-1)?.pageHash ?? null) : read.pageHash;
  const corrections = createCorrections(strapi);
  const before = (await corrections.ofPages([{ page, hash: () => pageHash }])).get(page);
  const isLeftOut = before?.leftOut === true && before.pageHash === pageHash;
  await recordWith(strapi, { user, action: 'leave-out', run, about: page }, async () => {
    if (!isLeftOut) await corrections.add({ page, pageHash, fields: {}, leftOut: true, by: personOf(user), run: null });
  });
}

/** Takes back that a page is left out: it waits in the inbox again, and the next import reads it. @throws NotFoundError */
export async function takeIn(strapi: Core.Strapi, { run, page }: PageAsked, user: PanelUser): Promise<void> {
  const { entry, items } = await findPage(strapi, run, page);
  const pageHash = entry?.pageHash ?? items.at(-1)?.pageHash ?? null;
  await recordWith(strapi, { user, action: 'take-in', run, about: page }, () => createCorrections(strapi).takeIn(page, pageHash));
}
