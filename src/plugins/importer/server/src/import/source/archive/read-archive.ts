import { collect, type Gather, tooLarge } from '../collect';
import { type Fault, faultOf } from '../fault';
import { type Content, faultyPage, type Found, type Place } from '../found';
import { type Limits, sizeText } from '../limits';
import { extensionOf } from './extensions';
import { innerName, isHidden, isInside } from './inner-name';
import type { Member, ReadMembers } from './member';
import { findSiteFolders, siteDataIn } from './site-folders';

/** Why a member of an archive, with its safe name, is no page; null when it is one. */
type Check = (member: Member, inner: string, names: ReadonlySet<string>, limits: Limits) => Fault | null;

const CHECKS: readonly Check[] = [
  ({ kind }) => (kind === 'link' ? { rule: 'link-unfollowed', found: 'a link in an archive', expected: 'a file' } : null),
  ({ kind }) => (kind === 'special' ? { rule: 'unreadable', found: 'a device or the like', expected: 'a file' } : null),
  (_, inner, names) => (names.has(inner) ? { rule: 'name-duplicate', found: `${inner} once more`, expected: 'each name once' } : null),
  ({ size }, _, __, limits) => (size > limits.page ? tooLarge(sizeText(size), limits.page) : null),
  (_, inner) => (extensionOf(inner) ? { rule: 'unreadable', found: 'an archive in an archive', expected: 'a page text' } : null),
];

const UNSAFE: Fault = { rule: 'name-unsafe', found: 'a name that leads out of the archive', expected: 'one below it' };

const placeIn = ({ name, path }: Place, inner: string): Place => ({ name: `${name}!/${inner}`, path: `${path}!/${inner}` });

/** An unsafe name as it may be shown. */
const shown = (name: string) => JSON.stringify(name).slice(1, -1);

const read = ({ content, size }: Member, limits: Limits, gather: Gather): Promise<Content> =>
  gather(content(), limits.page, size).catch(faultOf);

/**
 * Reads the pages of an archive, whatever its format. Nothing is written to disk, and nothing of an archive is trusted:
 * what is no page becomes a fault in its place. One that is broken, or too large, is read until there.
 *
 * @param members goes through the archive; called more than once.
 */
export async function* readArchive(archive: Place, members: ReadMembers, limits: Limits): AsyncGenerator<Found> {
  const siteFolders = await findSiteFolders(members);
  for (const folder of siteFolders) yield siteDataIn(folder, archive, members, limits);

  const names = new Set<string>();
  try {
    for await (const member of members()) {
      if (member.kind === 'folder') continue;
      const inner = innerName(member.name);
      if (inner === null) {
        yield faultyPage(placeIn(archive, shown(member.name)), UNSAFE);
        continue;
      }
      if (isHidden(inner) || siteFolders.some((folder) => isInside(folder, inner))) continue;

      const fault = CHECKS.map((check) => check(member, inner, names, limits)).find((found) => found !== null);
      names.add(inner);
      if (fault) {
        yield faultyPage(placeIn(archive, inner), fault);
        continue;
      }
      let reading: Promise<Content> | undefined;
      yield { ...placeIn(archive, inner), kind: 'page', read: (gather = collect) => (reading ??= read(member, limits, gather)) };
      // An archive goes on only when the page has been read.
      await reading;
    }
  } catch (cause) {
    yield faultyPage(archive, faultOf(cause));
  }
}
