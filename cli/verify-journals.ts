import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createConnection } from 'mongoose';
import { openEmbeddedStore } from '../embedded/start-embedded-store.js';
import { verifyDisclosures } from '../shared/disclosure/verify-disclosures.js';
import { embeddedKeys } from '../shared/deployment/embedded-keys.js';
import { ed25519Signer, ed25519Verifier, type ReceiptVerifier } from '../shared/journal/receipt-signer.js';
import { verifyJournal } from '../shared/journal/verify-journal.js';
import { DATABASE_PREFIX, type Config } from './config.js';
import type { AuditConfig } from './deployment/store-config.js';
import { SUBGRAPH_NAMES } from './deployment/subgraph-names.js';

export interface Verdict {
  readonly text: string;
  readonly sound: boolean;
}

/** Checks the journals and disclosure logs of the data folder, entry by entry, without changing anything. */
export async function verifyEmbeddedJournals({ dataFolder }: Config): Promise<Verdict> {
  // Opening would make an empty store, and an empty journal is sound.
  if (!existsSync(join(dataFolder, 'store', 'data.mdb'))) throw new Error(`There is no journal in ${dataFolder}: set TESSERA_DATA to the folder of a Tessera.`);
  const { signingKey } = await embeddedKeys(dataFolder);
  const store = await openEmbeddedStore({ folder: join(dataFolder, 'store') });
  try {
    return await verifyJournals(store.uri, ed25519Signer(signingKey));
  } finally {
    await store.stop();
  }
}

/** The same for a deployment: an auditor needs to read, and public keys. */
export async function verifyDeployedJournals({ mongodbUri, publicKeys }: AuditConfig): Promise<Verdict> {
  const verdict = await verifyJournals(mongodbUri, ed25519Verifier(publicKeys));
  // A wrong address must not pass for a sound deployment.
  if (verdict.text.split('\n').length <= 2) throw new Error('There is no journal in that store: is MONGODB_URI the one of the deployment?');
  return verdict;
}

async function verifyJournals(uri: string, verifier: ReceiptVerifier): Promise<Verdict> {
  const lines: string[] = [];
  let sound = true;
  for (const subgraph of SUBGRAPH_NAMES) {
    const connection = await createConnection(uri, { dbName: `${DATABASE_PREFIX}_${subgraph}`, autoIndex: false, readConcern: { level: 'majority' } }).asPromise();
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
  lines.push(sound ? 'Sound: every entry is as it was written.' : 'NOT SOUND: see above.');
  return { text: `${lines.join('\n')}\n`, sound };
}
