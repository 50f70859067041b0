import type { BitcoinInput, BitcoinOutput, BitcoinTransaction } from '../ledger/bitcoin-transaction.js';
import type { LedgerChunk } from '../ledger/ledger-chunk.js';
import { chunkOf } from './read-test-ledger.js';

/** `a` is address number a of tests, `1Test…`. */
export function testAddress(number: number): string {
  return `1TestAddress${String(number).padStart(6, '0')}`;
}

/** An id of 64 hexadecimal digits, the same for the same name. */
export function testTxid(name: string): string {
  return Buffer.from(name.padEnd(32, '.')).toString('hex').slice(0, 64);
}

/** `[address, satoshi]`. */
export type Paid = readonly [address: number, satoshi: number];

interface Told {
  readonly name: string;
  readonly height?: number;
  readonly hash?: string | null;
  readonly time?: number;
  /** `name of the transaction:vout`, and what the row says was there. Left out for a coinbase. */
  readonly spends?: readonly (readonly [outpoint: string, address: number, satoshi: number])[];
  readonly pays: readonly Paid[];
}

/** A small transaction by names instead of hashes. */
export function told({ name, height = 1, hash = null, time = height * 600, spends, pays }: Told): BitcoinTransaction {
  return {
    txid: testTxid(name),
    block: { height, hash, previousHash: null, time },
    coinbase: spends === undefined,
    inputs: (spends ?? []).map(([outpoint, ...rest]): BitcoinInput => {
      const [of = '', vout] = outpoint.split(':');
      return { txid: testTxid(of), vout: Number(vout), ...amount(rest) };
    }),
    outputs: pays.map(amount),
  };
}

function amount([address, satoshi]: Paid): BitcoinOutput {
  return { address: testAddress(address), satoshi: BigInt(satoshi), scriptType: 'p2pkh' };
}

export function chunkOfTold(transactions: readonly BitcoinTransaction[], source = 'told'): LedgerChunk {
  return chunkOf(source, transactions.map((row, index) => ({ line: index + 1, row })));
}
