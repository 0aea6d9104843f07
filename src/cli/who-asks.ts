import { hostname, userInfo } from 'node:os';

/** Some systems have no name for the user that they run a process as. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return process.env.USER ?? 'unknown';
  }
}

/** Who asks for an import on the command line, for its history. */
export const whoAsks = (): string => `${userName()}@${hostname()}`;
