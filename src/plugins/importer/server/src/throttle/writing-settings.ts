import type { Core } from '@strapi/strapi';
import { sqliteFileOf } from '../database/sqlite-file';
import { messageOf } from '../import/source/fault';
import { moveLogAside, type Moving } from './checkpoints/move-log-aside';
import { isServing } from './serving-throttle';

type Settings = Readonly<Record<string, number>>;

/**
 * Where SQLite keeps what it needs for taking back a single statement: 2 stands for memory, 0 for its own choice. It notes every
 * page that a statement with triggers changes, which here is nearly each; beyond 64 KB it would do so in a file, and write six
 * times as often as without.
 */
const STATEMENTS_IN_MEMORY: Settings = { temp_store: 2 };

/**
 * After so many pages of 4 KB SQLite moves what was written from its log into the file by itself. Every such checkpoint costs two
 * flushes of the disk, and pages that are written again and again are moved each time: a thread does it sooner.
 */
const RARE_CHECKPOINTS: Settings = { wal_autocheckpoint: 64_000 };

/** SQLite's own. */
const USUAL: Settings = { temp_store: 0, wal_autocheckpoint: 1_000 };

/** What a connection to SQLite is set to while an import that has the process to itself writes. */
export const WRITING_ALONE: Settings = { ...STATEMENTS_IN_MEMORY, ...RARE_CHECKPOINTS };

/** One after the other, and in no transaction: in one, SQLite refuses some once temporary tables have stood. */
async function setConnection(strapi: Core.Strapi, settings: Settings): Promise<void> {
  for (const [name, value] of Object.entries(settings)) await strapi.db.connection.raw(`pragma ${name} = ${value}`);
}

const moveLog = (strapi: Core.Strapi): Moving =>
  moveLogAside({
    file: sqliteFileOf(strapi),
    moveRest: () => strapi.db.connection.raw('pragma wal_checkpoint(passive)'),
    onFailure: (cause) => strapi.log.warn(`SQLite's log is moved by the import itself, which takes a little longer: ${messageOf(cause)}`),
  });

/**
 * Has SQLite write a lot, with settings that suit it. Where requests are answered, which would wait for a large checkpoint, these stay
 * small. @returns a function that puts them back.
 */
export async function beginWriting(strapi: Core.Strapi): Promise<() => Promise<void>> {
  if (strapi.db.dialect.client !== 'sqlite') return () => Promise.resolve();
  if (isServing(strapi)) {
    await setConnection(strapi, STATEMENTS_IN_MEMORY);
    return () => setConnection(strapi, USUAL);
  }
  await setConnection(strapi, WRITING_ALONE);
  const moving = moveLog(strapi);
  return async () => {
    await setConnection(strapi, USUAL);
    await moving.end();
  };
}
