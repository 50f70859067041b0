import { readFileSync } from 'node:fs';
import { arch, cpus, loadavg, platform, release, totalmem } from 'node:os';

/** What a number was measured on. The load before it says whether others used the machine. */
export function describeMachine(): string {
  const [first] = cpus();
  const memory = `${String(Math.round(totalmem() / 2 ** 30))} GiB`;
  const load = loadavg().map((value) => value.toFixed(1)).join(', ');
  return [
    `Machine: ${String(cpus().length)} × ${first?.model ?? 'unknown processor'}, ${memory}, ${platform()} ${release()} ${arch()}, load ${load}`,
    `Versions: node ${process.versions.node}, v8 ${process.versions.v8}`,
  ].join('\n');
}

/** Anonymous resident memory of a process in MB: what is its own and cannot be read back from a file. Linux only. */
export function anonymousMemory(process: number | 'self'): number {
  const kilobytes = /^RssAnon:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${String(process)}/status`, 'utf8'))?.[1];
  if (kilobytes === undefined) throw new Error('This system does not say how much memory is anonymous.');
  return Math.round(Number(kilobytes) / 1024);
}
