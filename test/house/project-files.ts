import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** Folders of the project's own text. What is installed, built or stored is not the project's. */
const OWN = ['.ci', 'bench', 'cli', 'dashboard', 'docs', 'embedded', 'gateway', 'schema', 'scripts', 'seed', 'shared', 'subgraphs', 'test'];
/** In a linked worktree `.git` is a file that says where the repository lies. */
const NOT_WRITTEN = new Set(['package-lock.json', '.git']);
const root = process.cwd();

/** Paths from the root, with slashes. */
export function projectFiles(): string[] {
  const top = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isFile() && !NOT_WRITTEN.has(entry.name));
  return [...top.map(({ name }) => name), ...OWN.flatMap(filesUnder)];
}

export function filesUnder(folder: string): string[] {
  return entriesOf(folder).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) return filesUnder(path);
    return entry.isFile() ? [path] : [];
  });
}

export function foldersIn(folder: string): string[] {
  return entriesOf(folder).filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

export function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

function entriesOf(folder: string): ReturnType<typeof readEntries> {
  try {
    return readEntries(folder);
  } catch {
    return [];
  }
}

const readEntries = (folder: string) => readdirSync(join(root, folder), { withFileTypes: true });
