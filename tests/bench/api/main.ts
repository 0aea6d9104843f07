import { EXIT, runCommand } from '../../../src/cli/options';
import { describeMachine } from '../import/machine';
import { startStopwatch } from '../import/stopwatch';
import { openWorkplace } from '../import/workplace';
import { measure } from './measure';
import { readOptions } from './options';
import { reportOf } from './report';

/** Measures the news API, and prints one JSON object on standard output; all else goes to standard error. */
async function benchApi(): Promise<number> {
  const { articles, seconds, keep, archives } = readOptions();
  const running = startStopwatch();
  const tell = (what: string) => process.stderr.write(`${running().toFixed(0).padStart(4)} s  ${what}\n`);
  const workplace = await openWorkplace(archives);
  try {
    const measurement = await measure({ articles, seconds }, workplace, tell);
    const { databases } = workplace;
    const engine = await databases.version();
    const surroundings = { articles, database: databases.kind, machine: { ...describeMachine(), engine }, seconds: running() };
    process.stdout.write(`${reportOf(measurement, surroundings)}\n`);
    return EXIT.fine;
  } finally {
    await workplace.close(keep);
    if (keep) tell(`Kept ${workplace.at('')} and the databases`);
  }
}

void runCommand(benchApi);
