/** Why one document of a batch cannot be written. */
export interface Problem {
  /** The place of the document in the batch, from 0; null for what concerns the whole batch. */
  readonly document: number | null;
  /** The field, such as `sections.0.heading`; null for the document itself. */
  readonly field: string | null;
  readonly message: string;
  /** Whether it may be the work of another writer: a value that was free is taken, a document that was there is gone. */
  readonly mayPass?: true;
}

const SHOWN = 10;

const toLine = ({ document, field, message }: Problem) =>
  [...(document === null ? [] : [`document ${document}`]), ...(field === null ? [] : [field]), message].join(': ');

/** Thrown before anything of a batch is written. It names every offender. */
export class BulkRefusal extends Error {
  override readonly name = 'BulkRefusal';

  constructor(
    readonly uid: string,
    readonly problems: readonly Problem[],
  ) {
    const lines = problems.slice(0, SHOWN).map(toLine);
    const more = problems.length > SHOWN ? [`and ${problems.length - SHOWN} more`] : [];
    super([`${uid}: nothing is written, because of ${problems.length} problem(s)`, ...lines, ...more].join('\n'));
  }
}

/** Whether a batch was refused only for what another writer may have done since it was made. */
export const isOutdated = (cause: unknown): boolean => cause instanceof BulkRefusal && cause.problems.every(({ mayPass }) => mayPass);

/** @throws BulkRefusal when there is a problem. */
export function refuseIfAny(uid: string, problems: readonly Problem[]): void {
  if (problems.length > 0) throw new BulkRefusal(uid, problems);
}
