import { hostname } from 'node:os';

/** What a process calls itself at the database, so that others can tell whom they wait for. */
export const processName = (): string => `newsroom ${process.pid} on ${hostname()}`;
