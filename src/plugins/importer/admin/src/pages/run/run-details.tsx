import type { Run } from '../../../../shared/contracts/runs';
import { Counts } from '../../parts/counts';
import { useRunCounts } from '../../parts/use-run-counts';
import { Entries } from './entries/entries';
import { NearDuplicates } from './near-duplicates';
import { PeopleDid } from './people-did';
import { Problems } from './problems/problems';
import { Progress } from './progress/progress';
import { RunFacts } from './run-facts';
import { RunNotice } from './run-notice';

/** All that is known of a run. */
export function RunDetails({ run }: { readonly run: Run }) {
  const counts = useRunCounts(run);
  return (
    <>
      <RunNotice run={run} />
      <RunFacts run={run} />
      <Progress run={run} />
      <Counts counts={counts} />
      <Problems run={run} />
      <Entries run={run} />
      <NearDuplicates run={run} />
      <PeopleDid run={run} />
    </>
  );
}
