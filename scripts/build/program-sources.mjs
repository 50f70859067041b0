import { basename, dirname, extname, sep } from 'node:path';
import { filesUnder } from './files-under.mjs';
import { root } from './paths.mjs';

const FOLDERS = ['gateway', 'subgraphs', 'schema', 'shared', 'embedded', 'cli', 'seed', 'bench'];
const CODE = ['.ts'];
const DATA = ['.json', '.csv', '.graphql', '.md'];

/** Everything the running program is made of: its TypeScript and the data that is read beside it. No tests. */
export async function programSources() {
  const files = (await Promise.all(FOLDERS.map((folder) => filesUnder(root, folder)))).flat();
  return files.filter((file) => (isCode(file) || DATA.includes(extname(file))) && !isTest(file));
}

export function isCode(file) {
  return CODE.includes(extname(file)) && !file.endsWith('.d.ts');
}

function isTest(file) {
  return basename(file).endsWith('.test.ts') || dirname(file).split(sep).includes('testing');
}
