import type { PackEntry } from '../../../subgraphs/virtual-assets/tag-pack/pack-fields.js';
import { jsonLineEntries } from './json-line-entries.js';
import { yamlEntries } from './yaml-entries.js';

/** An entry of a pack, or why it cannot be read; and its place in the file. */
export type PackRow = { readonly line: number; readonly bytes: number; /** As it came, or as far as it could be read. */ readonly text: string } & (
  | { readonly entry: PackEntry }
  | { readonly fault: string }
);

/** What a file holds, by its first entry or its own words. */
export interface PackFile {
  readonly holds: 'tags' | 'actors';
  readonly rows: AsyncIterable<PackRow>;
}

/** Opens a TagPack or actor pack: YAML, or JSON lines, either of them packed with gzip. */
export function openPack(file: string): Promise<PackFile> {
  return /\.ya?ml(\.gz)?$/i.test(file) ? yamlEntries(file) : jsonLineEntries(file);
}
