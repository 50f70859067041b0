import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { filesUnder } from './files-under.mjs';

/** Names, sizes and times of the files, as one hash: cheap enough to ask at every start. A missing input counts as none. */
export async function fingerprint(root, inputs) {
  const files = (await Promise.all(inputs.map((input) => filesUnder(root, input)))).flat().sort();
  const lines = await Promise.all(
    files.map(async (file) => {
      const { size, mtimeMs } = await stat(join(root, file));
      return `${file} ${size} ${mtimeMs}`;
    }),
  );
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}

export async function readStamp(file) {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return undefined;
  }
}
