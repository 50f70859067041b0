import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

export interface StaticFile {
  readonly type: string;
  readonly content: Buffer;
  /** Its name contains a hash of its content. */
  readonly hashed: boolean;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

const HASHED_NAME = /-[\w-]{8,}\.\w+$/;

/**
 * Reads a built folder once, by its path in addresses ("/assets/index-C0ffee12.js"). Requests only look into the map,
 * so no request, however written, reaches another file of this machine.
 */
export async function readStaticFiles(folder: string): Promise<ReadonlyMap<string, StaticFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(async (entry): Promise<[string, StaticFile]> => {
      const path = join(entry.parentPath, entry.name);
      const address = `/${relative(folder, path).split(sep).join('/')}`;
      const type = TYPES[extname(entry.name).toLowerCase()] ?? 'application/octet-stream';
      const hashed = address.startsWith('/assets/') && HASHED_NAME.test(entry.name);
      return [address, { type, content: await readFile(path), hashed }];
    });
  return new Map(await Promise.all(files));
}
