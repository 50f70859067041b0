import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Exchange } from '../cli/open-exchange.js';
import { recordPack } from '../cli/import/packs/import-pack.js';
import { openPack } from '../cli/import/packs/pack-file.js';
import { serviceViewer } from '../shared/viewer/service-viewers.js';
import { readIfThere } from './mark.js';

/** Changes when the files do, so that an older data folder is brought up to them. */
const TAGS_VERSION = '1';
/** Who gives what was published: the body that keeps the register in the embedded mode. */
const PUBLISHER = 'interpol';
/** Operators first: whoever looks while the tags are loading sees them named. */
export const TAG_FILES = ['graphsense-actors.jsonl.gz', 'ofac-addresses.jsonl.gz', 'forta-phishing.jsonl.gz', 'graphsense-tags.jsonl.gz'] as const;

export interface LoadedTags {
  readonly recorded: number;
  readonly repeated: number;
  readonly refused: number;
}

/** Whether a data folder still lacks the published tags. */
export async function lacksTags(folder: string): Promise<boolean> {
  return (await readIfThere(markFile(folder))) !== TAGS_VERSION;
}

/**
 * Loads the tags and actors that come with Tessera, CLEAR, once. Each batch is harmless to repeat, so a load that was
 * cut off is simply done again.
 */
export async function loadTags(exchange: Pick<Exchange, 'virtualAssets'>, { folder, files }: { readonly folder: string; readonly files: string }): Promise<LoadedTags> {
  const viewer = serviceViewer('record-import', PUBLISHER);
  const loaded = { recorded: 0, repeated: 0, refused: 0 };
  for (const name of TAG_FILES) {
    const file = join(files, name);
    const terms = { handling: { tlp: 'CLEAR' as const, codes: [], recipients: [] }, operation: null, pack: basename(file) };
    // What is wrong with a few of them is known, and written beside the files.
    const told = { refused: { add: () => Promise.resolve() }, progress: () => undefined };
    const { counts } = await recordPack(exchange.virtualAssets.services, viewer, await openPack(file), terms, told);
    for (const count of ['recorded', 'repeated', 'refused'] as const) loaded[count] += counts[count];
  }
  await writeFile(markFile(folder), TAGS_VERSION);
  return loaded;
}

function markFile(folder: string): string {
  return join(folder, 'tags-loaded');
}
