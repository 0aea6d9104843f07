import { readFileSync, readlinkSync } from 'node:fs';
import { hostname, networkInterfaces } from 'node:os';
import { z } from 'zod';

/** Who holds a lease, so that others can tell whom to wait for, and whether the holder is still alive. */
const holder = z.object({
  /** What people call the machine. Machines, and containers on several, may share a name. */
  host: z.string(),
  /** What tells the machine from all others, since it was started last; empty where an older Newsroom did not say. */
  machine: z.string().default(''),
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

/** Linux makes an identity at each start (random(4)); elsewhere the addresses of the network cards are a machine's own. */
const machineId = () =>
  orEmpty(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()) ||
  Object.values(networkInterfaces())
    .flatMap((addresses = []) => addresses.filter(({ internal }) => !internal).map(({ mac }) => mac))
    .sort()
    .join(' ');

export const thisProcess = (): Holder => ({
  host: hostname(),
  machine: machineId(),
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

/** Whether a holder is, or was, where this process is: processes are numbered together. */
export function isHere({ host, machine, namespace }: Holder): boolean {
  const self = thisProcess();
  return machine !== '' && machine === self.machine && host === self.host && namespace === self.namespace;
}

/** Whether a holder has certainly ended. Of processes elsewhere nothing is certain. */
export function isDead(holder: Holder): boolean {
  const { pid, began } = holder;
  if (!isHere(holder)) return false;
  return !isRunning(pid) || (began !== '' && beganOf(pid) !== began);
}
