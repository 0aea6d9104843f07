import { readFileSync, writeFileSync } from 'node:fs';

const MEBIBYTE = 1024 * 1024;
const SAMPLED_EVERY_MS = 50;

/** Resident memory of this process, with all its worker threads, in MiB. */
export interface MemoryFigures {
  readonly atStartMiB: number;
  readonly peakMiB: number;
  readonly aboveStartMiB: number;
  /** Who tells the peak: the kernel, or a timer that may miss a short one. */
  readonly measuredBy: 'kernel' | 'samples';
}

/** Linux forgets the highest resident memory so far when 5 is written here (proc(5), `clear_refs`). */
function forgetPeak(): boolean {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
    return true;
  } catch {
    return false;
  }
}

/** The highest resident memory since `forgetPeak`, in bytes. */
function kernelPeak(): number {
  const [, kibibytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return Number(kibibytes ?? 0) * 1024;
}

/** Watches the memory of this process from now on, until the answer is called. */
export function watchMemory(): () => MemoryFigures {
  const start = process.memoryUsage.rss();
  const byKernel = forgetPeak();
  let peak = start;
  const look = () => (peak = Math.max(peak, process.memoryUsage.rss()));
  const timer = setInterval(look, SAMPLED_EVERY_MS);

  return () => {
    clearInterval(timer);
    look();
    const highest = byKernel ? Math.max(kernelPeak(), peak) : peak;
    return {
      atStartMiB: start / MEBIBYTE,
      peakMiB: highest / MEBIBYTE,
      aboveStartMiB: (highest - start) / MEBIBYTE,
      measuredBy: byKernel ? 'kernel' : 'samples',
    };
  };
}
