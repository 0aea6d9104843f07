import type { Entry } from '../content/content';
import { findTakenValues } from '../content/find-taken-values';
import { findMissingTargets, resolveTargets } from '../content/resolve-targets';
import type { Status } from '../documents';
import type { Problem } from '../refusal';
import { type Place, placeKey } from '../rows/read-entries';
import type { Session } from '../session';

export const OWN_LINKS = 'relations to the same content type are not published';

interface Request {
  readonly locale?: string;
  readonly status?: Status;
}

/** The locale that a request means. What the content type has not is a problem: a locale, or a status. */
export function localeOf(
  { type, defaultLocale }: Session,
  { locale, status }: Request,
  document: number,
  problems: Problem[],
): string | null {
  const report = (message: string) => problems.push({ document, field: null, message });
  if (!type.draftAndPublish && status !== undefined) report(`${type.uid} has no draft & publish`);
  if (type.localized && (locale === '' || locale === '*')) report('expected one locale');
  if (type.localized) return locale ?? defaultLocale;
  if (locale !== undefined) report(`${type.uid} has no locales`);
  return null;
}

/** Tells of places that a batch names twice. Where locales share fields, two locales of a document can't be written at once. */
export function findRepeated({ type }: Session, places: readonly Place[]): Problem[] {
  const seen = new Set<string>();
  return places.flatMap((place, document) => {
    const key = type.shared.size > 0 ? place.documentId : placeKey(place);
    if (seen.has(key)) return [{ document, field: null, message: `${place.documentId} is in the batch already` }];
    seen.add(key);
    return [];
  });
}

/** Fields that publishing would have to copy, and that this module can't write. */
export function findObstacles({ models, type }: Session): Problem[] {
  const seen = new Set<string>();
  const problems: Problem[] = [];
  const visit = (uid: string, path: string) => {
    if (seen.has(uid)) return;
    seen.add(uid);
    const model = models.get(uid);
    for (const [name, reason] of model.unsupported) problems.push({ document: null, field: `${path}${name}`, message: reason });
    for (const { name, target } of model.links) {
      if (target === type.uid) problems.push({ document: null, field: `${path}${name}`, message: OWN_LINKS });
    }
    for (const { name, components } of model.components) components.forEach((component) => visit(component, `${path}${name}.`));
  };
  visit(type.uid, '');
  return problems;
}

interface Batch<Checked extends Entry, Written extends Entry> {
  /** What the validator reads. */
  readonly entries: readonly Checked[];
  readonly how: 'whole' | 'partly';
  /** The rows that come of what it has read. */
  readonly toRows: (valid: readonly Checked[]) => Written[];
}

/**
 * Lets the validator read entries, and looks up everything that their rows point to. What is wrong goes to `problems`:
 * give it to `refuseIfAny` before writing.
 */
export async function prepareRows<Checked extends Entry, Written extends Entry>(
  session: Session,
  { entries, how, toRows }: Batch<Checked, Written>,
  problems: Problem[],
) {
  const { valid, problems: invalid } = await session.validator.validate(entries, how);
  const rows = toRows(valid);
  const targets = await resolveTargets(session, rows);
  problems.push(...invalid, ...(await findMissingTargets(session, rows, targets)), ...(await findTakenValues(session, valid)));
  return { rows, targets };
}
