import { availableParallelism, cpus, platform, release, totalmem } from 'node:os';

const GIBIBYTE = 1024 ** 3;

/** What the figures were measured on. */
export function describeMachine() {
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    memoryGiB: totalmem() / GIBIBYTE,
    system: `${platform()} ${release()}`,
    node: process.version,
  };
}
