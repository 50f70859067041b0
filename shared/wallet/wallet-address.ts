import { keccak_256 } from '@noble/hashes/sha3.js';
import { Network, validate } from 'bitcoin-address-validation';

/**
 * Why a text can be no address of a network, in words that name the fix; null where it can be one. Addresses carry
 * check sums: a slip of a finger would name somebody else's wallet, or nobody's.
 */
export function walletAddressFault(address: string, network: string): string | null {
  switch (network) {
    case 'BITCOIN':
      return validate(address, Network.mainnet)
        ? null
        : 'This is no address of the Bitcoin network, or a character of it is wrong: copy it anew, with upper and lower case as they are.';
    case 'ETHEREUM':
      return ethereumFault(address);
    default:
      return null;
  }
}

/** Of mixed case the case of each letter is the check sum (EIP-55); all lower or all upper case has none. */
function ethereumFault(address: string): string | null {
  if (!/^0x[0-9a-fA-F]{40}$/.test(address)) return 'An Ethereum address is 0x and 40 hexadecimal digits.';
  const digits = address.slice(2);
  if (digits === digits.toLowerCase() || digits === digits.toUpperCase()) return null;
  return address === withCheckSum(address) ? null : 'The check sum of this Ethereum address (its upper and lower case, EIP-55) is wrong: copy it anew.';
}

/** An Ethereum address with its check sum: the case of each letter (EIP-55). */
export function withCheckSum(address: string): string {
  const digits = address.slice(2).toLowerCase();
  const hash = Buffer.from(keccak_256(Buffer.from(digits))).toString('hex');
  return `0x${[...digits].map((digit, index) => (parseInt(hash[index] ?? '0', 16) >= 8 ? digit.toUpperCase() : digit)).join('')}`;
}
