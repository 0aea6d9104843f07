import type { Core } from '@strapi/strapi';
import type { z } from 'zod';
import { createCorrections } from '../../store/corrections';
import { findPage } from '../pages/find-page';
import type { pageOrder } from './orders';

type PageAsked = z.infer<typeof pageOrder>;

/** Leaves a page out of all imports from now on. What it became before stays. @throws NotFoundError */
export async function leaveOut(strapi: Core.Strapi, { run, page }: PageAsked, by: string): Promise<void> {
  await findPage(strapi, run, page);
  const corrections = createCorrections(strapi);
  const before = (await corrections.ofPages([page])).get(page);
  if (before?.leftOut !== true) await corrections.add({ page, fields: {}, leftOut: true, by, run: null });
}

/** Takes back that a page is left out: it waits in the inbox again, and the next import reads it. @throws NotFoundError */
export async function takeIn(strapi: Core.Strapi, { run, page }: PageAsked): Promise<void> {
  await findPage(strapi, run, page);
  await createCorrections(strapi).takeIn(page);
}
