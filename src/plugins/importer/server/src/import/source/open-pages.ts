import type { PlaceOfPages } from '../place-of-pages';
import { innerName } from './archive/inner-name';
import { membersOf } from './archive/members-of';
import { gunzip } from './archive/gunzip';
import { collect } from './collect';
import { extensionOf } from './archive/extensions';
import { type Fault, faultOf } from './fault';
import { type Content, faultyPage, type FoundPage, type Place } from './found';
import { type Limits, LIMITS } from './limits';
import { locatePage, type PageLocation } from './locate-page';
import { readFileOf } from './read-file';
import { eachOf, oneByOne, type Source } from './source';

const GONE: Fault = { rule: 'unreadable', found: 'nothing at its place', expected: 'the page where it was read before' };

/** A file that is one page, packed or not. */
function pageInFile({ file, shown }: PageLocation, place: Place, limits: Limits): FoundPage {
  if (extensionOf(shown) === '.gz') {
    return { ...place, kind: 'page', read: (gather = collect) => gather(gunzip(file, limits), limits.page).catch(faultOf) };
  }
  return {
    ...place,
    kind: 'page',
    ...(typeof file === 'string' ? { file } : {}),
    read: (gather = collect) => readFileOf(file, limits.page, gather).catch(faultOf),
  };
}

/** Some pages of one archive, in its order. It is gone through once, and no further than the last of them. */
async function* pagesInArchive(
  { file, shown }: PageLocation,
  wanted: ReadonlyMap<string, Place>,
  limits: Limits,
): AsyncGenerator<FoundPage> {
  const left = new Map(wanted);
  try {
    const members = await membersOf(file, shown, limits);
    if (members !== null) {
      for await (const member of members()) {
        const inner = member.kind === 'file' ? innerName(member.name) : null;
        const place = inner === null ? undefined : left.get(inner);
        if (inner === null || place === undefined) continue;
        left.delete(inner);
        let reading: Promise<Content> | undefined;
        const { content, size } = member;
        yield { ...place, kind: 'page', read: (gather = collect) => (reading ??= gather(content(), limits.page, size).catch(faultOf)) };
        await reading;
        if (left.size === 0) return;
      }
    }
  } catch (cause) {
    for (const place of left.values()) yield faultyPage(place, faultOf(cause));
    return;
  }
  for (const place of left.values()) yield faultyPage(place, GONE);
}

async function* pagesAt(places: readonly Place[], from: PlaceOfPages, limits: Limits): AsyncGenerator<FoundPage> {
  const archives = new Map<string, { readonly location: PageLocation; readonly wanted: Map<string, Place> }>();
  for (const place of places) {
    const location = await locatePage(place.name, from);
    if (location === null) yield faultyPage(place, GONE);
    else if (location.inner === null) yield pageInFile(location, place, limits);
    else {
      const archive = archives.get(location.shown) ?? { location, wanted: new Map<string, Place>() };
      archive.wanted.set(location.inner, place);
      archives.set(location.shown, archive);
    }
  }
  for (const { location, wanted } of archives.values()) yield* pagesInArchive(location, wanted, limits);
}

/**
 * Opens some pages of a source, by the names that the ledger knows them by: nothing else of it is read. What is not there
 * any more is found too, with a fault.
 */
export function openPages(places: readonly Place[], from: PlaceOfPages, limits: Limits = LIMITS): Source {
  return { found: () => oneByOne(pagesAt(places, from, limits)), close: () => Promise.resolve() };
}

/** What one page holds now, or why it can't be read any more. */
export async function readPageAgain(place: Place, from: PlaceOfPages): Promise<Content> {
  for await (const found of eachOf(openPages([place], from))) if (found.kind === 'page') return found.read();
  return GONE;
}
