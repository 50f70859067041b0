import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createConnection } from 'mongoose';
import { openEmbeddedStore } from '../embedded/start-embedded-store.js';
import { verifyDisclosures } from '../shared/disclosure/verify-disclosures.js';
import { embeddedKeys } from '../shared/deployment/embedded-keys.js';
import { ed25519Signer } from '../shared/journal/receipt-signer.js';
import { verifyJournal } from '../shared/journal/verify-journal.js';
import { DATABASE_PREFIX, type Config } from './config.js';

const SUBGRAPHS = ['agencies', 'operations', 'arrests', 'assets'];

/** Checks the journals and disclosure logs of the data folder, entry by entry, without changing anything. */
export async function verifyEmbeddedJournal({ dataFolder }: Config): Promise<{ text: string; sound: boolean }> {
  // Opening would make an empty store, and an empty journal is sound.
  if (!existsSync(join(dataFolder, 'store', 'data.mdb'))) throw new Error(`There is no journal in ${dataFolder}: set TESSERA_DATA to the folder of a Tessera.`);
  const { signingKey } = await embeddedKeys(dataFolder);
  const verifier = ed25519Signer(signingKey);
  const store = await openEmbeddedStore({ folder: join(dataFolder, 'store') });
  const lines: string[] = [];
  let sound = true;
  try {
    for (const subgraph of SUBGRAPHS) {
      const connection = await createConnection(store.uri, { dbName: `${DATABASE_PREFIX}_${subgraph}`, autoIndex: false }).asPromise();
      try {
        const { chains, findings } = await verifyJournal({ subgraph, connection, verifier });
        const disclosures = await verifyDisclosures(connection);
        for (const { owner, entries } of chains) lines.push(`${subgraph}: chain of ${owner}, ${String(entries)} entries`);
        for (const { owner, seq, fault } of findings) lines.push(`${subgraph}: chain of ${owner}, entry ${String(seq)}: ${fault}`);
        for (const { chain, seq, fault } of disclosures) lines.push(`${subgraph}: disclosure chain ${chain}, entry ${String(seq)}: ${fault}`);
        sound &&= findings.length === 0 && disclosures.length === 0;
      } finally {
        await connection.close();
      }
    }
  } finally {
    await store.stop();
  }
  lines.push(sound ? 'Sound: every entry is as it was written.' : 'NOT SOUND: see above.');
  return { text: `${lines.join('\n')}\n`, sound };
}
