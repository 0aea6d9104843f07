import type { FieldOrder } from '../../../../../shared/contracts/inbox';
import type { CorrectedField, PageView } from '../../../../../shared/contracts/pages';

export const CORRECTED: readonly CorrectedField[] = ['title', 'datePublished', 'category'];

/** What an editor is about to give a page. */
export interface Correcting {
  readonly fields: Readonly<Record<CorrectedField, FieldOrder>>;
  /** Where selected text goes. */
  readonly field: CorrectedField;
}

const NOTHING: FieldOrder = { text: '', selection: null };

/** Which field each problem is about. */
const LACKING: Readonly<Record<string, CorrectedField>> = {
  'headline-missing': 'title',
  'headline-too-long': 'title',
  'date-missing': 'datePublished',
  'date-invalid': 'datePublished',
  'date-order-unclear': 'datePublished',
  'time-skipped': 'datePublished',
  'date-in-future': 'datePublished',
};

/** Fields that have to be given before the page can become an article, and a category that there is none of. */
export function lackedBy({ problems, story }: PageView): readonly CorrectedField[] {
  const lacked = new Set(problems.flatMap(({ rule }) => LACKING[rule] ?? []));
  if (story?.category === null) lacked.add('category');
  return CORRECTED.filter((field) => lacked.has(field));
}

/** As it begins: with what was given before. */
export function beginCorrecting(view: PageView): Correcting {
  const given = view.correction?.fields ?? {};
  const [lacked = 'title'] = lackedBy(view);
  const order = (field: CorrectedField): FieldOrder => (given[field] === undefined ? NOTHING : { text: given[field], selection: null });
  return { field: lacked, fields: { title: order('title'), datePublished: order('datePublished'), category: order('category') } };
}

/** Text that somebody types; one that goes on standing in the selected line keeps its place there. */
export function retype({ text, selection }: FieldOrder, typed: string, view: PageView): FieldOrder {
  const line = view.lines?.find(({ number }) => number === selection?.line);
  const start = line === undefined || typed.trim() === '' || text === '' ? -1 : line.text.indexOf(typed.trim());
  if (line === undefined || start < 0) return { text: typed, selection: null };
  return { text: typed, selection: { line: line.number, start, end: start + typed.trim().length } };
}

/** What is sent: fields that hold something. */
export function ordersOf({ fields }: Correcting): Partial<Record<CorrectedField, FieldOrder>> {
  const given = CORRECTED.map((field) => [field, { ...fields[field], text: fields[field].text.trim() }] as const);
  return Object.fromEntries(given.filter(([, { text }]) => text !== ''));
}
