import { bech32 } from '@scure/base';

/**
 * An address in the form of its network behind which nobody stands: where the hash of a key should be, it spells
 * "INVENTED WALLET" and a number. Nobody knows a key with that hash, and whoever decodes the address reads what it is.
 */
export function inventedWallet(network: 'BITCOIN' | 'ETHEREUM', number: number): string {
  const hash = Buffer.from(`INVENTED WLT ${String(number).padStart(7, '0')}`, 'ascii');
  return network === 'ETHEREUM' ? `0x${hash.toString('hex')}` : bech32.encode('bc', [0, ...bech32.toWords(hash)]);
}
