import { execFileSync } from 'node:child_process';
import { constants, getPriority } from 'node:os';
import path from 'node:path';
import { ROOT } from '../helpers/newsroom';

const COMPILED = path.join(ROOT, 'dist/src/cli/helpers-give-way.js');

/** Prints the priorities of the first thread, of those that stood beside it, and of one that was started later. */
const SCRIPT = `
const { readdirSync } = require('node:fs');
const { getPriority } = require('node:os');
const { Worker } = require('node:worker_threads');
const before = readdirSync('/proc/self/task').map(Number);
require(${JSON.stringify(COMPILED)}).letHelpersGiveWay();
const helpers = before.filter((thread) => thread !== process.pid).map((thread) => getPriority(thread));
const later = new Worker("require('node:worker_threads').parentPort.postMessage(require('node:os').getPriority())", { eval: true });
later.on('message', (started) => console.log(JSON.stringify({ first: getPriority(process.pid), helpers, started })));
`;

const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux("V8's threads let the one go before that works, and threads that it starts later are as it is", () => {
  const told = JSON.parse(execFileSync(process.execPath, ['-e', SCRIPT], { encoding: 'utf8' })) as {
    readonly first: number;
    readonly helpers: readonly number[];
    readonly started: number;
  };
  expect(told.helpers).not.toEqual([]);
  expect(new Set(told.helpers)).toEqual(new Set([constants.priority.PRIORITY_BELOW_NORMAL]));
  expect([told.first, told.started]).toEqual([getPriority(), getPriority()]);
});
