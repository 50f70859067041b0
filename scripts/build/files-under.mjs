import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The files of a folder, at any depth, as paths from the root; a file is its own only one; what is absent has none. */
export async function filesUnder(root, path) {
  const found = await stat(join(root, path)).catch(() => undefined);
  if (found === undefined) return [];
  if (found.isFile()) return [path];
  const entries = await readdir(join(root, path), { withFileTypes: true });
  const nested = await Promise.all(
    entries.map((entry) => (entry.isDirectory() ? filesUnder(root, join(path, entry.name)) : [join(path, entry.name)])),
  );
  return nested.flat();
}
