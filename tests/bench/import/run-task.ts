import path from 'node:path';
import { type ChildOptions, runInChild } from '../process/run-in-child';
import type { TaskAnswer, TaskName, TaskRequest } from './tasks';

export interface TaskMessage {
  readonly task: TaskName;
  readonly request: unknown;
}

/** Runs a task in a process of its own, and gives what it answers. */
export async function runTask<Name extends TaskName>(
  task: Name,
  request: TaskRequest<Name>,
  options: Omit<ChildOptions, 'cwd'>,
): Promise<TaskAnswer<Name>> {
  const message: TaskMessage = { task, request };
  // As a user starts it: the folder of the project is where Strapi looks for the plugin.
  const cwd = path.resolve(__dirname, '../../../..');
  return (await runInChild(path.join(__dirname, 'child.js'), message, { ...options, cwd })) as TaskAnswer<Name>;
}
