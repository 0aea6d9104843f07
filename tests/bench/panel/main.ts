import { EXIT, runCommand } from '../../../src/cli/options';
import { openNewsroom } from '../../browser/newsroom-in-browser';
import { fillRun } from '../../browser/fill-run';
import { describeMachine } from '../import/machine';
import { startStopwatch } from '../import/stopwatch';
import { measure } from './measure';
import { readOptions } from './options';

/** Measures how soon a browser shows runs, and prints one JSON object on standard output; all else goes to standard error. */
async function benchPanel(): Promise<number> {
  const { loads } = readOptions();
  const running = startStopwatch();
  const tell = (what: string) => process.stderr.write(`${running().toFixed(0).padStart(4)} s  ${what}\n`);
  tell('Starting a newsroom and a browser');
  const newsroom = await openNewsroom('seeds/site');
  try {
    tell('Making a run of 100,000 pages, of which 5,000 have a problem');
    const large = fillRun(newsroom.server.database);
    const figures = await measure(newsroom.panel, large, loads, tell);
    const machine = { ...describeMachine(), browser: newsroom.browserVersion };
    process.stdout.write(`${JSON.stringify({ ...figures, loads, machine, seconds: Math.round(running()) }, undefined, 2)}\n`);
    return EXIT.fine;
  } finally {
    await newsroom.close();
  }
}

void runCommand(benchPanel);
