import type { Content, StandingEntry } from '../content/content';
import { resolveTargets } from '../content/resolve-targets';
import type { Status } from '../documents';
import type { Session } from '../session';
import { findRows, type Place, placeKey, readEntries } from './read-entries';
import { changeEntries } from './write-entries';

/** The part of a content that a test on the names of its fields lets through. */
export function pickFields({ uid, scalars, references, links, media, components }: Content, wanted: (name: string) => boolean): Content {
  const pick = <Value>(fields: Readonly<Record<string, Value>>) =>
    Object.fromEntries(Object.entries(fields).filter(([name]) => wanted(name)));
  return {
    uid,
    scalars: pick(scalars),
    references: pick(references),
    links: pick(links),
    media: pick(media),
    components: pick(components),
  };
}

/** What a content says, in whichever locale its relations lead. */
function meaningOf({ uid, scalars, references, links, media, components }: Content): unknown {
  const each = <Value>(fields: Readonly<Record<string, readonly Value[]>>, map: (value: Value) => unknown) =>
    Object.entries(fields).map(([name, values]) => [name, values.map(map)]);
  return [uid, scalars, references, each(links, ({ documentId }) => documentId), media, each(components, meaningOf)];
}

/**
 * Gives the other locales of some documents the values of the fields that are not localised, in the rows of the same
 * status, as the i18n plugin does after each write (@strapi/i18n, services/localizations). Rows that say the same already
 * are not touched.
 */
export async function shareFields(session: Session, places: readonly Place[], status: Status): Promise<void> {
  const { type, now } = session;
  if (type.shared.size === 0) return;

  const sources = new Map(places.map((place) => [place.documentId, placeKey(place)]));
  const rows = await findRows(session, [...sources.keys()], status);
  const others = new Set(rows.filter((row) => placeKey(row) !== sources.get(row.documentId)).map(({ documentId }) => documentId));
  if (others.size === 0) return;

  const isShared = (name: string) => type.shared.has(name);
  const ids = rows.filter(({ documentId }) => others.has(documentId)).map(({ id }) => id);
  const entries = (await readEntries(session, ids, isShared)).map((entry) => ({ ...entry, content: pickFields(entry.content, isShared) }));
  const isSource = (entry: StandingEntry) => placeKey(entry) === sources.get(entry.documentId);
  const contents = new Map(entries.filter(isSource).map(({ documentId, content }) => [documentId, content]));

  const changed = entries.flatMap((entry) => {
    const content = contents.get(entry.documentId);
    const isSame = content === undefined || JSON.stringify(meaningOf(content)) === JSON.stringify(meaningOf(entry.content));
    return isSame ? [] : { ...entry, updatedAt: now, content };
  });
  await changeEntries(session, changed, await resolveTargets(session, changed));
}
