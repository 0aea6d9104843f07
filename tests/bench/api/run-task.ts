import path from 'node:path';
import { type ChildOptions, runInChild } from '../process/run-in-child';
import type { TaskAnswer, TaskName, TaskRequest } from './tasks';

export interface TaskMessage {
  readonly task: TaskName;
  readonly request: unknown;
}

/** What a server in production is told besides its database. */
const PRODUCTION = {
  NODE_ENV: 'production',
  LOG_LEVEL: 'error',
  HOST: '127.0.0.1',
  APP_KEYS: 'key-one-of-the-benchmark,key-two-of-the-benchmark',
  API_TOKEN_SALT: 'salt-of-the-benchmark',
  ADMIN_JWT_SECRET: 'panel-secret-of-the-benchmark',
  TRANSFER_TOKEN_SALT: 'transfer-salt-of-the-benchmark',
  ENCRYPTION_KEY: 'encryption-key-of-the-benchmark-0123',
  JWT_SECRET: 'secret-of-the-benchmark',
};

/** Runs a task in a process of its own, in production, and gives what it answers. */
export async function runTask<Name extends TaskName>(
  task: Name,
  request: TaskRequest<Name>,
  { variables, ...options }: Omit<ChildOptions, 'cwd'>,
): Promise<TaskAnswer<Name>> {
  const message: TaskMessage = { task, request };
  // As a user starts it: the folder of the project is where Strapi looks for the plugin.
  const cwd = path.resolve(__dirname, '../../../..');
  const child = path.join(__dirname, 'child.js');
  return (await runInChild(child, message, { ...options, variables: { ...PRODUCTION, ...variables }, cwd })) as TaskAnswer<Name>;
}
