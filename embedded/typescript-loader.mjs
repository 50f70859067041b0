// Module hooks: `./x.js` finds `./x.ts` where only that exists, and TypeScript is stripped by swc.
// What swc made is kept under node_modules/.cache, named by what it was made from, because tests
// start many stores and loading swc takes longer than all the rest.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const CACHE = new URL('../node_modules/.cache/tessera-embedded/', import.meta.url);
const OPTIONS = { swcrc: false, sourceMaps: 'inline', jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' } };

export async function resolve(specifier, context, nextResolve) {
  if (specifier.startsWith('.') && specifier.endsWith('.js') && context.parentURL?.endsWith('.ts')) {
    const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
    if (existsSync(source)) return { url: source.href, format: 'module', shortCircuit: true };
  }
  return nextResolve(specifier, context);
}

export async function load(url, context, nextLoad) {
  if (!url.endsWith('.ts')) return nextLoad(url, context);
  return { format: 'module', source: await transpiled(fileURLToPath(url)), shortCircuit: true };
}

async function transpiled(path) {
  const source = await readFile(path, 'utf8');
  const name = createHash('sha256').update(JSON.stringify([path, source, OPTIONS])).digest('hex');
  const kept = new URL(`${name}.js`, CACHE);
  if (existsSync(kept)) return readFile(kept, 'utf8');
  const { transform } = await import('@swc/core');
  const { code } = await transform(source, { ...OPTIONS, filename: path });
  const draft = new URL(`${name}.${process.pid}.${Math.random()}`, CACHE);
  await mkdir(CACHE, { recursive: true });
  await writeFile(draft, code);
  await rename(draft, kept);
  return code;
}
