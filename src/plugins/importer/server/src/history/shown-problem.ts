import type { Problem as Shown } from '../../../shared/contracts/runs';
import type { Problem } from '../import/problem';

/** A problem as the panel shows it beside its page. */
export const shownProblem = ({ rule, severity, line, found, expected, message }: Problem): Shown => ({
  ...{ rule, severity, line, found, expected, message },
});
