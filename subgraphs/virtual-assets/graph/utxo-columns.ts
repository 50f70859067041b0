import type { Columns } from './columns.js';

/** The ledger of Bitcoin in columns. `o` is an output that a transaction of the ledger made, followed by those of unknown origin. */
export const UTXO_COLUMNS = {
  txid: 'u8',
  height: 'i32',
  time: 'u32',
  flags: 'u8',
  coinJoin: 'u8',
  inputStart: 'i32',
  spent: 'i32',
  outputStart: 'i32',
  satoshi: 'f64',
  address: 'i32',
  scriptType: 'u8',
  madeBy: 'i32',
  spentBy: 'i32',
  foreignTxid: 'u8',
  foreignVout: 'u32',
  addressBytes: 'u8',
  addressStart: 'u32',
  addressSlots: 'i32',
  addressOutputStart: 'i32',
  addressOutput: 'i32',
  txidSlots: 'i32',
} as const;

export type UtxoColumns = Columns<typeof UTXO_COLUMNS>;

export const FLAG = { coinbase: 1, originKnown: 2 } as const;
