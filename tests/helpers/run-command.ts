import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { ROOT } from './newsroom';

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  /** Resolves when standard output holds the text, and rejects when the command ends before. */
  until(text: string): Promise<void>;
  signal(signal: NodeJS.Signals): void;
  readonly outcome: Promise<Outcome>;
}

/** The environment of the tests without what a started newsroom has put into it. */
const CLEAN = Object.fromEntries(Object.entries(process.env).filter(([name]) => ['PATH', 'HOME', 'TMPDIR', 'LANG'].includes(name)));

/** Starts one of the commands of package.json, as npm would, in an environment of its own; `root` is another copy of the project. */
export function startCommand(
  name: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
  input: Uint8Array = new Uint8Array(),
  root = ROOT,
): Running {
  const launcher = path.join(root, 'src/cli/launch.js');
  const child = spawn(process.execPath, [launcher, name, ...args], { cwd: root, env: { ...CLEAN, ...environment } });
  // A command that ends early does not read it all.
  child.stdin.on('error', () => undefined).end(input);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
  const outcome = once(child, 'close').then(([code]) => ({ code: code as number | null, stdout, stderr }));

  return {
    until: (text) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (stdout.includes(text)) resolve();
        };
        child.stdout.on('data', look);
        look();
        void outcome.then(() => reject(new Error(`It ended without "${text}":\n${stdout}\n${stderr}`)));
      }),
    signal: (signal) => child.kill(signal),
    outcome,
  };
}

export const runCommand = (...command: Parameters<typeof startCommand>): Promise<Outcome> => startCommand(...command).outcome;
