import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

const EMBEDDED = fileURLToPath(new URL('..', import.meta.url));
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url));

/** Serves the folder that it is told; the open channel keeps the process alive, the store's thread does not. */
const PROCESS = `
import { startEmbeddedStore } from './start-embedded-store.js';
process.on('message', () => undefined);
process.send((await startEmbeddedStore({ folder: process.argv[2] })).uri);
`;

/**
 * Builds the store as a release does, each file beside the other, and gives the place and a program
 * that serves one folder. What is killed is then the built store, and it starts quickly.
 */
export function buildStore(): { readonly folder: string; readonly program: string } {
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(join(CACHE, 'tessera-store-'));
  for (const entry of readdirSync(EMBEDDED, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.ts') || entry.name.endsWith('.test.ts')) continue;
    const source = join(entry.parentPath, entry.name);
    const target = join(folder, relative(EMBEDDED, source)).replace(/\.ts$/, '.js');
    mkdirSync(dirname(target), { recursive: true });
    const { code } = transformSync(readFileSync(source, 'utf8'), {
      filename: source,
      swcrc: false,
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      module: { type: 'es6' },
    });
    writeFileSync(target, code);
  }
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  const program = join(folder, 'serve-one-folder.js');
  writeFileSync(program, PROCESS);
  return { folder, program };
}
