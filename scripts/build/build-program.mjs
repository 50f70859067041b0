import { copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { transformFile } from '@swc/core';
import { filesUnder } from './files-under.mjs';
import { dist, root } from './paths.mjs';
import { isCode, programSources } from './program-sources.mjs';

/**
 * Transpiles the program into `dist/` in the layout of its sources, and copies the data that it reads beside itself.
 * Files are made aside and moved into place, so that a program started meanwhile never imports half of one.
 */
export async function buildProgram() {
  const aside = join(dist, `.program.${process.pid}`);
  const sources = await programSources();
  const outputs = (await Promise.all(sources.map((file) => (isCode(file) ? transpile(file, aside) : copy(file, aside))))).flat();
  await Promise.all(outputs.map((output) => move(output, aside)));
  await rm(aside, { recursive: true, force: true });
  await removeOthers(new Set(outputs));
}

async function transpile(file, aside) {
  const output = file.replace(/\.ts$/, '.js');
  const sourceFileName = relative(dirname(join(dist, output)), join(root, file));
  const { code, map } = await transformFile(join(root, file), { cwd: root, root, sourceFileName });
  await mkdir(dirname(join(aside, output)), { recursive: true });
  await writeFile(join(aside, output), `${code}//# sourceMappingURL=${basename(output)}.map\n`);
  await writeFile(join(aside, `${output}.map`), map);
  return [output, `${output}.map`];
}

async function copy(file, aside) {
  await mkdir(dirname(join(aside, file)), { recursive: true });
  await copyFile(join(root, file), join(aside, file));
  return [file];
}

async function move(output, aside) {
  await mkdir(dirname(join(dist, output)), { recursive: true });
  await rename(join(aside, output), join(dist, output));
}

/** What was built from a source that is gone must not stay importable. The page and the stamps are not the program's. */
async function removeOthers(outputs) {
  const folders = (await readdir(dist)).filter((name) => !name.startsWith('.') && name !== 'dashboard');
  const built = (await Promise.all(folders.map((folder) => filesUnder(dist, folder)))).flat();
  await Promise.all(built.filter((file) => !outputs.has(file)).map((file) => rm(join(dist, file), { force: true })));
}
