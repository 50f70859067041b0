import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compose, type PrintedSubgraph } from './compose.js';

/** The committed schema: file name in `schema/` → text. */
export type SchemaFiles = ReadonlyMap<string, string>;

export const API_FILE = 'api.graphql';
export const SUPERGRAPH_FILE = 'supergraph.graphql';

export function schemaFilesOf(subgraphs: readonly PrintedSubgraph[]): SchemaFiles {
  const { supergraph, api } = compose(subgraphs);
  return new Map([
    ...subgraphs.map(({ name, sdl }) => [`subgraphs/${name}.graphql`, sdl] as const),
    [SUPERGRAPH_FILE, supergraph],
    [API_FILE, api],
  ]);
}

export async function writeSchemaFiles(files: SchemaFiles): Promise<void> {
  await Promise.all([...files].map(([name, text]) => writeFile(placeOf(name), text)));
}

/** The text of a file in `schema/`; null when there is none. */
export async function readSchemaFile(name: string): Promise<string | null> {
  try {
    return await readFile(placeOf(name), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** The names of those that were not printed from the code as it is now. */
export async function staleSchemaFiles(printed: SchemaFiles): Promise<string[]> {
  const stale = await Promise.all([...printed].map(async ([name, text]) => ((await readSchemaFile(name)) === text ? [] : [name])));
  return stale.flat();
}

/** The tools run from the repository's root, built or not. */
function placeOf(name: string): string {
  return join(process.cwd(), 'schema', name);
}
