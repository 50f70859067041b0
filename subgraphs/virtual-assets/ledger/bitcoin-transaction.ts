import { RowFault } from './row-fault.js';
import type { ScriptType } from './script-types.js';

/** Where a transaction stands in the chain. */
export interface BitcoinBlock {
  readonly height: number;
  /** Null when the file does not say: such a row cannot take part in a reorganisation. */
  readonly hash: string | null;
  /** The block before it; null when the file does not say. */
  readonly previousHash: string | null;
  /** Seconds since 1970, UTC. */
  readonly time: number;
}

export interface BitcoinOutput {
  /** Null for outputs that have none (op_return, bare multisig, non-standard). */
  readonly address: string | null;
  readonly satoshi: bigint;
  readonly scriptType: ScriptType;
}

/** An earlier output that a transaction spends, as the row states it. */
export interface BitcoinInput extends BitcoinOutput {
  readonly txid: string;
  readonly vout: number;
}

export interface BitcoinTransaction {
  readonly txid: string;
  readonly block: BitcoinBlock;
  /** A coinbase makes new coins and spends nothing. */
  readonly coinbase: boolean;
  readonly inputs: readonly BitcoinInput[];
  readonly outputs: readonly BitcoinOutput[];
}

/** 21 million bitcoin: no amount is larger, so every amount is exact in a double as well. */
export const MAX_SATOSHI = 2_100_000_000_000_000;

/** A block of 4 million weight units holds fewer of either (an input takes at least 164, an output 36). */
export const MAX_INPUTS_OR_OUTPUTS = 111_111;

/** What must hold of a transaction whatever else is known. Throws a {@link RowFault}. */
export function checkBitcoinTransaction({ txid, coinbase, inputs, outputs }: BitcoinTransaction): void {
  if (outputs.length === 0) throw new RowFault(`Transaction ${txid} has no outputs.`);
  const paid = sum(outputs);
  if (paid > MAX_SATOSHI) throw new RowFault(`Transaction ${txid} pays out ${paid} satoshi, more than there will ever be.`);
  if (coinbase) return;
  if (inputs.length === 0) throw new RowFault(`Transaction ${txid} has no inputs and is no coinbase.`);
  const spent = sum(inputs);
  if (spent < paid) throw new RowFault(`Transaction ${txid} pays out ${paid} satoshi but spends only ${spent}.`);
  if (inputs.length > 1) {
    const outpoints = new Set<string>();
    for (const input of inputs) outpoints.add(`${input.txid}:${input.vout}`);
    if (outpoints.size < inputs.length) throw new RowFault(`Transaction ${txid} spends one output twice.`);
  }
  if (inputs.some((input) => input.txid === txid)) throw new RowFault(`Transaction ${txid} spends an output of its own.`);
}

function sum(amounts: readonly { readonly satoshi: bigint }[]): number {
  let total = 0n;
  for (const { satoshi } of amounts) total += satoshi;
  return Number(total);
}
