import { walletAddressFault, withCheckSum } from './wallet-address.js';

/** An address on its network, in the one spelling by which it is compared. */
export interface WalletAddress {
  /** Code list `ledgerNetwork`; what a source said where the list does not know it. */
  readonly network: string;
  readonly address: string;
}

const HEXADECIMAL = /^0x[0-9a-f]{40}$/i;
/** Upper case alone is what QR codes hold (BIP 173). */
const BECH32_IN_CAPITALS = /^(?:BC|LTC)1[02-9AC-HJ-NP-Z]+$/;
const NETWORK = /^[A-Za-z0-9_.-]{1,40}$/;
const ADDRESS = /^[\x21-\x7e]{1,150}$/;

/** The one spelling of an address: the case of hexadecimal digits and of bech32 says nothing of whose it is. */
export function canonicalAddress(address: string): string {
  return HEXADECIMAL.test(address) || BECH32_IN_CAPITALS.test(address) ? address.toLowerCase() : address;
}

/** Why a text can be no address of a network, in words that name the fix; null where it can be one. */
export function addressFault(address: string, network: string): string | null {
  if (!ADDRESS.test(address)) return 'An address is 1 to 150 printable characters without a space: copy it anew.';
  return walletAddressFault(address, network);
}

export function isNetworkName(network: string): boolean {
  return NETWORK.test(network);
}

/** The public key of an address between subgraphs: whoever has an address can write it down. */
export function addressId({ network, address }: WalletAddress): string {
  return `${network}:${canonicalAddress(address)}`;
}

/**
 * Every spelling in which a checked address may have been recorded: the canonical one, its check sum in mixed case, and
 * capitals.
 */
export function spellingsOf({ network, address }: WalletAddress): string[] {
  const canonical = canonicalAddress(address);
  if (HEXADECIMAL.test(canonical)) return [...new Set([canonical, withCheckSum(canonical), `0x${canonical.slice(2).toUpperCase()}`])];
  const capitals = canonical.toUpperCase();
  return BECH32_IN_CAPITALS.test(capitals) && canonicalAddress(capitals) === canonical && addressFault(capitals, network) === null ? [canonical, capitals] : [canonical];
}

/** The address of a made-up or real key; null where it is none, or not in its one spelling. */
export function parseAddressId(id: unknown): WalletAddress | null {
  if (typeof id !== 'string') return null;
  const colon = id.indexOf(':');
  const [network, address] = [id.slice(0, Math.max(colon, 0)), id.slice(colon + 1)];
  return isNetworkName(network) && addressFault(address, network) === null && canonicalAddress(address) === address ? { network, address } : null;
}
