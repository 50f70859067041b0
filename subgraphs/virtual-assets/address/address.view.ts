import { codedTerm } from '../../../shared/reference/code-lists.js';
import { addressId, canonicalAddress, parseAddressId, type WalletAddress } from '../../../shared/wallet/address-id.js';
import { Address } from './address.type.js';

export function toAddress({ network, address }: WalletAddress): Address {
  return Object.assign(new Address(), { id: addressId({ network, address }), network: codedTerm('ledgerNetwork', network), address: canonicalAddress(address) });
}

/** The address of a real or made-up key; null where it is none. */
export function toAddressOfId(id: unknown): Address | null {
  const parsed = parseAddressId(id);
  return parsed === null ? null : toAddress(parsed);
}
