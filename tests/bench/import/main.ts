import { interruption } from '../../../src/cli/interruption';
import { EXIT, runCommand } from '../../../src/cli/options';
import { describeMachine } from './machine';
import { measure } from './measure';
import { readOptions } from './options';
import { reportOf } from './report';
import { sizesFor } from './sizes';
import { startStopwatch } from './stopwatch';
import { openWorkplace } from './workplace';

/** Measures the import, and prints one JSON object on standard output; all else goes to standard error. */
async function benchImport(): Promise<number> {
  const { pages, keep } = readOptions();
  const signal = interruption();
  const running = startStopwatch();
  const tell = (what: string) => process.stderr.write(`${running().toFixed(0).padStart(4)} s  ${what}\n`);
  const workplace = await openWorkplace();
  try {
    const sizes = sizesFor(pages);
    const { databases } = workplace;
    const engine = await databases.version();
    const figures = await measure(sizes, workplace, tell, signal);
    const surroundings = { database: databases.kind, machine: { ...describeMachine(), engine }, seconds: running() };
    process.stdout.write(`${reportOf(sizes, figures, surroundings)}\n`);
    return EXIT.fine;
  } catch (error) {
    if (signal.aborted) return EXIT.interrupted;
    throw error;
  } finally {
    await workplace.close(keep);
    if (keep) tell(`Kept ${workplace.at('')} and the databases`);
  }
}

void runCommand(benchImport);
