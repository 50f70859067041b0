import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Why a folder cannot hold the data, in one sentence that a person can act on. */
export class DataFolderError extends Error {
  constructor(folder: string, because: string, options?: ErrorOptions) {
    super(`The data folder ${folder} cannot be used: ${because}. Set TESSERA_DATA to another folder.`, options);
    this.name = 'DataFolderError';
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'it lies on a read-only file system',
  ENOENT: 'it cannot be created there',
  ENOSPC: 'the disk is full',
};

/**
 * Makes the folder where it is missing, for its owner alone. Level by level: on file systems that take no folders,
 * /proc for one, Node's recursive mkdir never returns.
 */
export async function prepareDataFolder(folder: string): Promise<void> {
  for (const missing of await missingLevels(folder)) {
    try {
      await mkdir(missing, { mode: 0o700 });
    } catch (fault) {
      // Another process that starts at the same time may have made it.
      if (codeOf(fault) !== 'EEXIST') throw new DataFolderError(folder, reasonOf(fault), { cause: fault });
    }
  }
}

/** The levels that do not exist yet, the outermost first. */
async function missingLevels(folder: string): Promise<string[]> {
  const missing: string[] = [];
  for (let level = folder; ; level = dirname(level)) {
    const found = await stat(level).catch((fault: unknown) => codeOf(fault));
    if (typeof found === 'object') {
      if (!found.isDirectory()) throw new DataFolderError(folder, `${level} is no folder`);
      return missing.reverse();
    }
    if (found !== 'ENOENT' && found !== 'ENOTDIR') throw new DataFolderError(folder, REASONS[found] ?? found);
    missing.push(level);
  }
}

function reasonOf(fault: unknown): string {
  return REASONS[codeOf(fault)] ?? (fault instanceof Error ? fault.message : String(fault));
}

function codeOf(fault: unknown): string {
  return fault instanceof Error && 'code' in fault ? String(fault.code) : String(fault);
}
