import type { Address } from '../address/address.type.js';
import { toAddress } from '../address/address.view.js';
import type { UtxoSource } from '../graph/utxo-source.js';

/** Null for outputs without an address. */
export function addressOfOutput(source: UtxoSource, output: number): Address | null {
  const address = source.addressOf(output);
  return address === -1 ? null : toAddress({ network: source.evidence.network, address: source.address(address) });
}
