import { createReadStream } from 'node:fs';
import { importBitcoin } from '../subgraphs/virtual-assets/ledger/import-ledger.js';
import type { LedgerStore } from '../subgraphs/virtual-assets/ledger/ledger.store.js';
import { readBitcoinLines } from '../subgraphs/virtual-assets/ledger/read-bitcoin-lines.js';

const SOURCE = 'colonial-pipeline-2021.jsonl';

/** Puts the transactions of the Colonial Pipeline case into the ledger, so that there is one to be traced. What stands there is not stored again. */
export async function loadLedger(store: LedgerStore, file: string): Promise<void> {
  const onRefused = ({ line, fault }: { readonly line: number; readonly fault: string }): never => {
    throw new Error(`${file}, line ${String(line)}: ${fault}`);
  };
  await importBitcoin(store, readBitcoinLines(createReadStream(file)), { source: SOURCE, onRefused });
}
