import type { UtxoSource } from '../graph/utxo-source.js';

/** Why an output may be change. Never more than a hint: no cluster, trace or sum is made of it. */
export type ChangeReason =
  /** The only output whose address had not been seen before (Meiklejohn et al., "A Fistful of Bitcoins", IMC 2013). */
  | 'ONLY_NEW_ADDRESS'
  /** It pays back to an address that the transaction spends from. */
  | 'BACK_TO_SENDER';

export interface ChangeHint {
  readonly output: number;
  readonly reason: ChangeReason;
}

/** The output that may go back to whoever paid; null where nothing points to one, in coinbases and in CoinJoins. */
export function changeHint(source: UtxoSource, transaction: number): ChangeHint | null {
  if (source.isCoinbase(transaction) || source.coinJoin(transaction) !== null) return null;
  const senders = new Set<number>();
  for (let place = source.inputStart(transaction); place < source.inputEnd(transaction); place += 1) senders.add(source.addressOf(source.spentAt(place)));
  const outputs = Array.from({ length: source.outputEnd(transaction) - source.outputStart(transaction) }, (_, index) => source.outputStart(transaction) + index);
  const paid = outputs.filter((output) => source.addressOf(output) !== -1);
  const back = paid.filter((output) => senders.has(source.addressOf(output)));
  if (back.length > 0) return back.length === 1 && back[0] !== undefined ? { output: back[0], reason: 'BACK_TO_SENDER' } : null;
  if (paid.length < 2) return null;
  const fresh = paid.filter((output) => isFirstSeenIn(source, source.addressOf(output), output));
  return fresh.length === 1 && fresh[0] !== undefined ? { output: fresh[0], reason: 'ONLY_NEW_ADDRESS' } : null;
}

/** Outputs of an address stand in ascending order, those of unknown origin last: it is new if this one is the first, and nothing of unknown origin was paid to it. */
function isFirstSeenIn(source: UtxoSource, address: number, output: number): boolean {
  const outputs = source.outputsOf(address);
  return outputs[0] === output && source.madeBy(outputs.at(-1) ?? output) !== -1;
}
