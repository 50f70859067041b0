import { createHash } from 'node:crypto';
import { layColumns, type ColumnLengths } from '../graph/columns.js';
import { UTXO_COLUMNS } from '../graph/utxo-columns.js';

/** What rows say. The other columns follow from these, and may be laid out otherwise one day. */
const STATED = ['txid', 'height', 'time', 'inputStart', 'spent', 'outputStart', 'satoshi', 'address', 'scriptType', 'foreignTxid', 'foreignVout', 'addressBytes', 'addressStart'] as const;

/** SHA-256 of the ledger in its canonical order: equal content has one version, whatever files it came in and in which order. */
export function ledgerVersion(lengths: ColumnLengths<typeof UTXO_COLUMNS>, memory: SharedArrayBuffer): string {
  const columns = layColumns(UTXO_COLUMNS, lengths, memory);
  const hash = createHash('sha256');
  for (const name of STATED) {
    const { buffer, byteOffset, byteLength } = columns[name];
    hash.update(`${name}:${String(byteLength)}:`).update(new Uint8Array(buffer, byteOffset, byteLength));
  }
  return hash.digest('hex');
}
