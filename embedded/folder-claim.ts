import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const CLAIM = /^server-(\d+)-([^-]*)-[0-9a-f]{8}\.claim$/;

/** This process's claim to be the one server of a folder. */
export interface FolderClaim {
  release(): void;
}

/**
 * Claims a folder, or gives undefined while another process that lives has claimed it.
 * Each claimant first writes its own claim and then looks for others, so of two that come at the
 * same time at least one sees the other: never can both go on. The kernel frees no such
 * file when a process is killed, so a claim counts only while its process lives.
 */
export function claimFolder(folder: string): FolderClaim | undefined {
  const own = `server-${String(process.pid)}-${startOf(process.pid)}-${randomBytes(4).toString('hex')}.claim`;
  const path = join(folder, own);
  const release = (): void => {
    rmSync(path, { force: true });
  };
  writeFileSync(path, '', { flag: 'wx', mode: 0o600 });
  const others = readdirSync(folder).filter((name) => name !== own && CLAIM.test(name));
  if (others.some(isLive)) {
    release();
    return undefined;
  }
  for (const name of others) rmSync(join(folder, name), { force: true });
  return { release };
}

function isLive(name: string): boolean {
  const [, pid = '', start = ''] = CLAIM.exec(name) ?? [];
  return isRunning(Number(pid)) && startOf(Number(pid)) === start;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** When a process started: a process id alone is soon given to another process. */
function startOf(pid: number): string {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
      return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
    }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).replace(/\W/g, '');
  } catch {
    return '';
  }
}
