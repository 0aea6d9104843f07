import { rmSync } from 'node:fs';
import type { Core } from '@strapi/strapi';
import type { ImporterService } from '../../src/plugins/importer/server/src/services/importer';
import { type BulkApp, startFixtureApp } from './bulk-app';
import { importingInto, temporaryFolder, type WholeReport } from './newsroom';
import { pageText, writePages } from './page-text';

const TAGGED = `---
title: Мост закроют на ремонт
date: 2021-07-01T09:00:00+04:00
categories: [Город]
tags: [Мост, Дороги]
author: Нина Маяк
description: Три недели в объезд.
---

Ремонт займёт три недели.

## Объезд

По *старой* дороге.
`;

export const ENGLISH = pageText({
  title: 'A lighthouse opens to visitors after a long repair',
  meta: '7 06.06.2021 12:00 Culture A A',
  paragraphs: ['The lighthouse on the northern cape is open again, and its keeper shows visitors around.', 'Tickets are sold at the gate.'],
});

/** A page text, Markdown with tags and a description, and a page in another language. */
export const PAGES = { '1.txt': pageText(), '2.md': TAGGED, '3.txt': ENGLISH };

type Row = Readonly<Record<string, unknown>>;

export interface PostApp extends Pick<BulkApp, 'strapi' | 'stop'> {
  readonly importer: ImporterService;
  importPages(pages: Readonly<Record<string, string>>, options?: { readonly dryRun?: boolean }): Promise<WholeReport>;
}

/** Boots the application in `tests/fixtures/post-app`, whose imports write posts, or bulletins. */
export async function startPostApp(writes: 'posts' | 'bulletins'): Promise<PostApp> {
  process.env['POST_APP_WRITES'] = writes;
  const app = await startFixtureApp('post-app');
  const folder = temporaryFolder();
  const importer = app.strapi.plugin('importer').service<ImporterService>('importer');
  const run = importingInto(importer);
  return {
    ...{ strapi: app.strapi, importer },
    importPages(pages, options) {
      writePages(folder, pages);
      return run([folder], options);
    },
    async stop() {
      await app.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Rows of a content type, in the order in which they were made. */
export const rowsIn = (strapi: Core.Strapi, uid: string, query: object = {}): Promise<Row[]> =>
  strapi.db.query(uid).findMany({ orderBy: { id: 'asc' }, ...query }) as Promise<Row[]>;
