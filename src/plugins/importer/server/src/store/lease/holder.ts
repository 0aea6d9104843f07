import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { z } from 'zod';

/** Who holds a lease, so that others can tell whom to wait for, and whether the holder is still alive. */
const holder = z.object({
  host: z.string(),
  /** Processes are numbered anew in each of these; empty where the system has none. */
  namespace: z.string(),
  pid: z.number(),
  /** When the process began, in the system's own count; empty where it does not tell. Numbers of processes are used again. */
  began: z.string(),
});

export type Holder = z.infer<typeof holder>;

function orEmpty(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}

/** Field 22 of `/proc/<pid>/stat`, "starttime"; the name before it may hold spaces and brackets (proc(5)). */
const beganOf = (pid: number) =>
  orEmpty(() => {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  });

export const thisProcess = (): Holder => ({
  host: hostname(),
  namespace: orEmpty(() => readlinkSync('/proc/self/ns/pid')),
  pid: process.pid,
  began: beganOf(process.pid),
});

export function readHolder(text: string): Holder | null {
  const parsed = holder.safeParse(orNull(() => JSON.parse(text) as unknown));
  return parsed.success ? parsed.data : null;
}

function orNull(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return null;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    // A process of another user can't be asked, but is there.
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM';
  }
}

/** Whether a holder has certainly ended. Of processes elsewhere nothing is certain. */
export function isDead({ host, namespace, pid, began }: Holder): boolean {
  const self = thisProcess();
  if (host !== self.host || namespace !== self.namespace) return false;
  return !isRunning(pid) || (began !== '' && beganOf(pid) !== began);
}
