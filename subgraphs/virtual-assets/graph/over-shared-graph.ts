import { AccountGraph } from './account-graph.js';
import type { SharedGraph } from './graph-messages.js';
import { UtxoGraph } from './utxo-graph.js';

/** The ledger of Bitcoin over columns that another thread made. */
export function utxoGraphOver({ network, lengths, memory, dataVersion }: SharedGraph): UtxoGraph {
  if (network !== 'BITCOIN') throw new TypeError(`The ledger of ${network} has no outputs.`);
  return new UtxoGraph(lengths, memory, dataVersion);
}

/** The ledger of Ethereum over columns that another thread made. */
export function accountGraphOver({ network, lengths, memory, dataVersion }: SharedGraph): AccountGraph {
  if (network !== 'ETHEREUM') throw new TypeError(`The ledger of ${network} has no accounts.`);
  return new AccountGraph(lengths, memory, dataVersion);
}
