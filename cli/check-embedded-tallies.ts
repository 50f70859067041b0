import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createConnection } from 'mongoose';
import { openEmbeddedStore } from '../embedded/start-embedded-store.js';
import { checkTallies } from '../shared/tally/check-tallies.js';
import { SnapshotStore } from '../shared/tally/snapshot.store.js';
import { ARRESTS_TALLY_KINDS } from '../subgraphs/arrests/tally-kinds.js';
import { ASSETS_TALLY_KINDS } from '../subgraphs/assets/tally-kinds.js';
import { DATABASE_PREFIX, type Config } from './config.js';

const COUNTED = [['arrests', ARRESTS_TALLY_KINDS], ['assets', ASSETS_TALLY_KINDS]] as const;

/** Compares what tallies count with the chains, in the data folder, without changing anything. */
export async function checkEmbeddedTallies({ dataFolder }: Pick<Config, 'dataFolder'>): Promise<{ text: string; sound: boolean }> {
  if (!existsSync(join(dataFolder, 'store', 'data.mdb'))) throw new Error(`There is no journal in ${dataFolder}: set TESSERA_DATA to the folder of a Tessera.`);
  const store = await openEmbeddedStore({ folder: join(dataFolder, 'store') });
  const lines: string[] = [];
  let sound = true;
  try {
    for (const [subgraph, kinds] of COUNTED) {
      const connection = await createConnection(store.uri, { dbName: `${DATABASE_PREFIX}_${subgraph}`, autoIndex: false }).asPromise();
      try {
        const { collections, snapshot, findings } = await checkTallies({ connection, snapshots: new SnapshotStore(connection, randomBytes), kinds });
        for (const { collection, labels, cells, deltas, claims } of collections) lines.push(`${collection}: ${labels} labels, ${cells} cells, ${deltas} deltas, ${claims} records with double claims from the chains`);
        if (!snapshot) lines.push(`${subgraph}: no usable snapshot; the next start counts from the chains.`);
        for (const { checked, collection, label, cells, deltas, claims } of findings) {
          lines.push(`${collection}: ${checked === 'SNAPSHOT' ? 'the snapshot' : 'the records'} under label ${label}: ${cells} cells, ${deltas} deltas and ${claims} records with double claims differ from the chains`);
        }
        sound &&= findings.length === 0;
      } finally {
        await connection.close();
      }
    }
  } finally {
    await store.stop();
  }
  lines.push(sound ? 'Sound: every count is what the chains say.' : 'NOT SOUND: see above.');
  return { text: `${lines.join('\n')}\n`, sound };
}
