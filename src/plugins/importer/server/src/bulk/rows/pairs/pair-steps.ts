import type { Entry } from '../../content/content';
import type { Targets } from '../../content/resolve-targets';
import type { PairField } from '../../model/model';
import type { Session } from '../../session';
import type { Replacement } from '../incoming-links';
import type { LinkRows } from './link-rows';

/** One write of the Document Service, as far as two-way relations are concerned. */
export interface PairStep {
  /** `attach` gives relations to a new row, `set` replaces those that the content names. */
  readonly how: 'attach' | 'set' | 'publish';
  readonly entry: Entry;
  /** The row that is written: for `publish` the new published one. */
  readonly id: number;
  readonly targets: Targets;
  /** Only for `publish`. */
  readonly draft?: number;
  readonly oldPublished?: number | undefined;
}

export const toPublishStep = (entry: Entry, { draft, oldPublished, newPublished }: Replacement, targets: Targets): PairStep => ({
  how: 'publish',
  entry,
  id: newPublished(),
  targets,
  draft,
  oldPublished,
});

/** The document of a row of the content type. */
export type DocumentOf = (id: number) => string | undefined;

const idsOf = (field: PairField, { entry, targets }: PairStep) => [
  ...new Set((entry.content.links[field.name] ?? []).flatMap((target) => targets.idsOf(field, target, entry))),
];

/** Where only one may hold a target, other documents lose it (`deletePreviousOneToAnyRelations`). */
function takeFromOthers(rows: LinkRows, field: PairField, id: number, targetIds: readonly number[], documentOf: DocumentOf) {
  if (!field.relation.startsWith('one')) return;
  const owner = documentOf(id);
  for (const target of targetIds) {
    rows.remove(rows.with(field.targetColumn, target).filter((link) => documentOf(Number(link[field.sourceColumn])) !== owner));
  }
}

const ordersOf = ({ orderColumn, inverseOrderColumn }: PairField, place: number, inversePlace: () => number) => ({
  ...(orderColumn === undefined ? {} : { [orderColumn]: place }),
  ...(inverseOrderColumn === undefined ? {} : { [inverseOrderColumn]: inversePlace() }),
});

/** `attachRelations` of @strapi/database. */
function attach(rows: LinkRows, field: PairField, id: number, targetIds: readonly number[], documentOf: DocumentOf) {
  takeFromOthers(rows, field, id, targetIds, documentOf);
  for (const [index, target] of targetIds.entries()) {
    rows.add(
      field,
      id,
      target,
      ordersOf(field, index + 1, () => rows.nextPlace(field, target)),
    );
  }
}

/** `updateRelations` of @strapi/database, for a relation that is set as a whole. */
function set(rows: LinkRows, field: PairField, id: number, targetIds: readonly number[], documentOf: DocumentOf) {
  const { sourceColumn, targetColumn, orderColumn, inverseOrderColumn } = field;
  const dropped = rows.with(sourceColumn, id).filter((link) => !targetIds.includes(Number(link[targetColumn])));
  rows.remove(dropped);
  if (inverseOrderColumn !== undefined) for (const link of dropped) rows.closeGaps(field, Number(link[targetColumn]));

  for (const [index, target] of targetIds.entries()) {
    const link = rows.find(field, id, target);
    if (link === undefined)
      rows.add(
        field,
        id,
        target,
        ordersOf(field, index + 1, () => rows.nextPlace(field, target)),
      );
    else if (orderColumn !== undefined) rows.change(link, { [orderColumn]: index + 1 });
  }
  takeFromOthers(rows, field, id, targetIds, documentOf);
}

/** An order that a link of a row had before the row was made anew. */
interface Place {
  readonly target: number;
  readonly orders: Readonly<Record<string, number>>;
}

/** What `bidirectional-relations` of @strapi/core, document-service/utils, keeps in mind when a row is published. */
function keepPlaces({ models }: Session, rows: LinkRows, field: PairField, { draft = 0, oldPublished, targets }: PairStep): Place[] {
  const { sourceColumn, targetColumn, orderColumn, inverseOrderColumn, owner, relation, target: uid } = field;
  const isFirst = oldPublished === undefined;
  const kept = [inverseOrderColumn, isFirst && owner && relation === 'manyToMany' ? orderColumn : undefined].flatMap((name) => name ?? []);
  if (kept.length === 0) return [];
  const versioned = models.contentType(uid).draftAndPublish;
  return rows.with(sourceColumn, oldPublished ?? draft).map((link) => {
    const id = Number(link[targetColumn]);
    const target = isFirst && versioned ? (targets.find(uid, id)?.published ?? id) : id;
    return { target, orders: Object.fromEntries(kept.map((column) => [column, Number(link[column])])) };
  });
}

/**
 * What a draft holds, in its order. A field to one may hold several versions of a document, each put there by the other
 * side: the Document Service populates the first that its query finds, which is the one with the lowest id in SQLite.
 */
function heldBy(rows: LinkRows, { sourceColumn, targetColumn, orderColumn, toMany }: PairField, draft: number): number[] {
  const links = [...rows.with(sourceColumn, draft)];
  if (orderColumn !== undefined) links.sort((a, b) => Number(a[orderColumn]) - Number(b[orderColumn]));
  const held = links.map((link) => Number(link[targetColumn]));
  return toMany || held.length === 0 ? held : [Math.min(...held)];
}

/** Gives the published row what its draft holds, and the places that it had in the lists of others. */
function publish(session: Session, rows: LinkRows, field: PairField, step: PairStep, documentOf: DocumentOf) {
  const { id, entry, draft = 0, oldPublished, targets } = step;
  const places = keepPlaces(session, rows, field, step);
  if (oldPublished !== undefined) rows.remove(rows.with(field.sourceColumn, oldPublished));

  const targetIds = heldBy(rows, field, draft).flatMap((held) => {
    const found = targets.find(field.target, held);
    return found === undefined ? [] : targets.idsOf(field, found.target, entry);
  });
  attach(rows, field, id, [...new Set(targetIds)], documentOf);

  for (const { target, orders } of places) {
    const link = rows.find(field, id, target);
    if (link !== undefined) rows.change(link, orders);
  }
}

/** Does in memory what the Document Service would do to the link table of one field. */
export function applyStep(session: Session, rows: LinkRows, field: PairField, step: PairStep, documentOf: DocumentOf): void {
  if (step.how === 'publish') publish(session, rows, field, step, documentOf);
  else if (step.entry.content.links[field.name] === undefined) return;
  else if (step.how === 'attach') attach(rows, field, step.id, idsOf(field, step), documentOf);
  else set(rows, field, step.id, idsOf(field, step), documentOf);
}
