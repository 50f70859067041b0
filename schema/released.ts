import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseAllowedBreaks, type AllowedBreaks } from './breaking-changes.js';

/** The consumer schema of the last release: what consumers were promised. `npm run schema:release` records it. */
export const RELEASED_FILE = 'released.graphql';

export async function readAllowedBreaks(): Promise<AllowedBreaks> {
  return parseAllowedBreaks(await readFile(join(process.cwd(), 'schema', 'allowed-breaks.json'), 'utf8'));
}
