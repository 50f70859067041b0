import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * A patch begins with words for people, then says which test must notice it, then comes the diff:
 *
 *     Drops the purpose: a release counts for whatever the reader states.
 *     Test-File: test/rule-of-access/rule-of-access.test.ts
 *     Test-Name: refuses a release for another purpose
 */
export async function readMutant(url) {
  const file = fileURLToPath(url);
  const name = basename(file, '.patch');
  const [header] = (await readFile(file, 'utf8')).split(/^(?:diff --git|--- )/m, 1);
  return { name, file, testFile: field(header, 'Test-File', name), testName: field(header, 'Test-Name', name) };
}

function field(header, key, name) {
  const value = new RegExp(`^${key}: *(.+)$`, 'm').exec(header)?.[1]?.trim();
  if (value === undefined) throw new Error(`${name}.patch does not say its ${key}.`);
  return value;
}
