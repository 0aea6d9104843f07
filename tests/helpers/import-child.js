// @ts-check
/*
 * A newsroom in a process of its own, which may be killed at any moment. Works off the tasks that its parent sends, tells
 * it what each has come to, and ends when the parent disconnects.
 *
 * Usage: fork(import-child.js).send({ task: 'import' | 'undo' | 'state' | 'create', … })
 */
'use strict';

const path = require('node:path');
const { setTimeout: wait } = require('node:timers/promises');
const { createStrapi } = require('@strapi/strapi');

const ROOT = path.resolve(__dirname, '../..');
const IMPORTER = path.join(ROOT, 'dist/src/plugins/importer/server/src');
const { DEFAULT_PROFILE } = require(path.join(IMPORTER, 'import/profile'));

/** Small chunks with pauses between them: there are many moments at which to be killed. */
const pace = { targetMs: () => 5, turn: () => wait(3) };

/** @param {unknown} message */
const tell = (message) => new Promise((resolve) => (process.send ? process.send(message, undefined, {}, resolve) : resolve(null)));

/** All rows of a content type. */
const rowsOf = (/** @type {any} */ strapi, /** @type {string} */ uid, populate = {}) =>
  strapi.db.query(uid).findMany({ orderBy: { id: 'asc' }, populate });

/** What an import has left in the database, without what differs from one time to the next: ids and times. */
async function readState(/** @type {any} */ strapi) {
  const articles = await rowsOf(strapi, 'api::article.article', { category: true });
  const views = new Map((await rowsOf(strapi, 'api::views.view-count')).map((/** @type {any} */ row) => [row.article, row.views]));
  const slugs = new Map(articles.map((/** @type {any} */ { documentId, slug }) => [documentId, slug]));
  const categories = await rowsOf(strapi, 'api::category.category');
  for (const { documentId, slug } of categories) slugs.set(documentId, `rubric ${slug}`);
  const named = (/** @type {string} */ id) => slugs.get(id) ?? (id === '' ? '' : 'gone or of the site');
  const sorted = (/** @type {any[]} */ list) => list.map((one) => JSON.stringify(one)).sort();
  return {
    articles: sorted(
      articles.map((/** @type {any} */ row) => {
        const { title, slug, lead, body, datePublished, locale, publishedAt, category, documentId } = row;
        const published = publishedAt !== null;
        return { title, slug, lead, body, datePublished, locale, published, category: category?.name, views: views.get(documentId) };
      }),
    ),
    views: views.size,
    categories: sorted(categories.map((/** @type {any} */ { name, slug, locale }) => ({ name, slug, locale }))),
    partners: sorted(
      (await rowsOf(strapi, 'api::partner-link.partner-link', { logo: true })).map(
        (/** @type {any} */ { name, url, order, active, logo }) => {
          return { name, url, order, active, logo: logo?.name };
        },
      ),
    ),
    site: sorted(
      (await rowsOf(strapi, 'api::site.site')).map((/** @type {any} */ { locale, name, slogan, feedHeading, timeZone }) => {
        return { locale, name, slogan, feedHeading, timeZone };
      }),
    ),
    items: sorted(
      (await rowsOf(strapi, 'plugin::importer.item')).map((/** @type {any} */ row) => {
        const {
          page,
          targetId,
          targetLocale,
          storyKey,
          contentHash,
          pageHash,
          written,
          published,
          standing,
          status,
          problems,
          sketch,
          run,
        } = row;
        // The print of a rubric is that of its document, which has another id each time.
        const left = { target: named(targetId), standing: standing !== null, prints: { ...written, category: 'category' in written }, run };
        return { page, targetLocale, storyKey, contentHash, pageHash, published, status, problems, sketch, ...left };
      }),
    ),
    entries: sorted(
      (await rowsOf(strapi, 'plugin::importer.entry')).map((/** @type {any} */ row) => {
        const { run, page, action, reason, title, targetId, conflicts, problems, before } = row;
        return {
          run,
          page,
          action,
          reason,
          title,
          target: named(targetId),
          conflicts,
          problems,
          views: before?.views,
          fields: Object.keys(before?.fields ?? {}).sort(),
        };
      }),
    ),
    runs: (await rowsOf(strapi, 'plugin::importer.run')).map((/** @type {any} */ { kind, state, counts, rules, observed, undoes }) => {
      return { kind, state, counts, rules, observed, undoes };
    }),
  };
}

/** What a run came to that was through when its process was killed, and only had not told so; null for one that was not. */
async function endedBefore(/** @type {any} */ strapi, /** @type {number} */ id) {
  const run = await strapi.db.query('plugin::importer.run').findOne({ where: { id } });
  return run && ['finished', 'undone'].includes(run.state) ? { run: id, state: run.state, counts: run.counts } : null;
}

/** Works off one task. `again` is one whose process was killed. */
async function workOff(/** @type {any} */ strapi, /** @type {any} */ { task, again, ...options }) {
  const importer = strapi.plugin('importer').service('importer');
  const ended = again && options.run !== undefined ? await endedBefore(strapi, options.run) : null;
  if (ended && (task !== 'undo' || ended.state === 'undone')) return ended;
  if (task === 'state') return readState(strapi);
  if (task === 'undo') {
    const onProgress = () => tell({ writes: true });
    return importer.undo({ run: options.run, dryRun: false, by: 'a test', pace, onProgress });
  }
  if (task === 'create') {
    const slugs = [];
    for (let made = 0; made < options.count; made += 1) {
      const data = { title: options.title };
      slugs.push((await strapi.documents('api::article.article').create({ data, locale: 'ru', status: 'published' })).slug);
    }
    return slugs;
  }
  const request = { paths: options.paths, profile: DEFAULT_PROFILE, status: 'published', dryRun: false, by: 'a test' };
  const onProgress = (/** @type {number} */ _done, /** @type {number | null} */ total) => total !== null && tell({ writes: true });
  return importer.run({ ...request, ...(options.alone ? {} : { pace }), onProgress });
}

/** @type {Promise<any> | undefined} */
let booting;

process.on('message', async (/** @type {any} */ task) => {
  try {
    booting ??= createStrapi({ appDir: ROOT, distDir: path.join(ROOT, 'dist') }).load();
    const strapi = await booting;
    await tell({ ready: true });
    await tell({ result: await workOff(strapi, task) });
  } catch (cause) {
    process.stderr.write(`${cause instanceof Error ? cause.stack : cause}\n`, () => process.exit(1));
  }
});

process.on('disconnect', async () => {
  await (await booting)?.destroy();
  process.exit(0);
});
