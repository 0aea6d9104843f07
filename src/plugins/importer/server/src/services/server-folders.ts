import { access, constants, readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { errors } from '@strapi/utils';
import type { ServerFolder } from '../../../shared/contracts/imports';
import type { ListPage, PageAsked } from '../../../shared/contracts/list';
import { refuse } from '../messages/refuse';

const isBelow = (root: string, folder: string): boolean => {
  const below = path.relative(root, folder);
  return below !== '..' && !below.startsWith(`..${path.sep}`) && !path.isAbsolute(below);
};

type Fault = 'folder-outside' | 'folder-gone' | 'folder-link' | 'folder-no-folder' | 'folder-unreadable';

const refused = (folder: string, code: Fault) => refuse(errors.ValidationError, code, { folder });

/** The configured folder that a path is, or begins with. */
function rootOf(allowed: readonly string[], given: string): string {
  const root = allowed.find((folder) => given === folder || given.startsWith(folder.endsWith('/') ? folder : `${folder}/`));
  const leadsOut = given.includes('\0') || given.slice(root?.length).split(/[\\/]/).includes('..');
  if (root === undefined || leadsOut) throw refused(given, 'folder-outside');
  return root;
}

/**
 * Looks whether a folder may be imported: it is below one of the allowed folders, also once links are followed, and it can
 * be read.
 *
 * @throws errors.ValidationError that says what is wrong.
 */
export async function checkFolder(allowed: readonly string[], given: string): Promise<string> {
  const root = rootOf(allowed, given);
  const full = path.resolve(given);
  const [real, realRoot] = await Promise.all([realpath(full), realpath(path.resolve(root))]).catch(() => {
    throw refused(given, 'folder-gone');
  });
  if (!isBelow(realRoot, real)) throw refused(given, 'folder-link');
  if (!(await stat(real)).isDirectory()) throw refused(given, 'folder-no-folder');
  await access(real, constants.R_OK | constants.X_OK).catch(() => {
    throw refused(given, 'folder-unreadable');
  });
  return given;
}

const isUsable = (allowed: readonly string[], given: string) =>
  checkFolder(allowed, given).then(
    () => true,
    () => false,
  );

/** Folders that stand directly below one, in the order of their names; hidden ones are left out. */
async function childrenOf(allowed: readonly string[], below: string): Promise<ServerFolder[]> {
  const children = await readdir(path.resolve(await checkFolder(allowed, below)), { withFileTypes: true });
  return children
    .filter((child) => (child.isDirectory() || child.isSymbolicLink()) && !child.name.startsWith('.'))
    .map(({ name }) => ({ path: `${below.replace(/\/$/, '')}/${name}`, name }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

export interface FoldersAsked extends PageAsked {
  readonly below?: string | undefined;
}

/**
 * Folders that may be chosen: the allowed ones, or those directly below one of them.
 *
 * @throws errors.ValidationError where `below` may not be looked into.
 */
export async function listFolders(allowed: readonly string[], { below, page, pageSize }: FoldersAsked): Promise<ListPage<ServerFolder>> {
  const candidates = below === undefined ? allowed.map((folder) => ({ path: folder, name: folder })) : await childrenOf(allowed, below);
  const usable = await Promise.all(candidates.map((folder) => isUsable(allowed, folder.path)));
  const folders = candidates.filter((_, index) => usable[index]);
  return { items: folders.slice((page - 1) * pageSize, page * pageSize), total: folders.length, page, pageSize };
}
