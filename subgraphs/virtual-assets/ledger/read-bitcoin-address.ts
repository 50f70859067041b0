import { CodedError } from '../../../shared/errors/coded-error.js';
import { addressFault, canonicalAddress } from '../../../shared/wallet/address-id.js';

/** An address of Bitcoin in its one spelling. Throws BAD_USER_INPUT that names the argument and the fix. */
export function readBitcoinAddress(address: string, path: string): string {
  const fault = addressFault(address, 'BITCOIN');
  if (fault !== null) throw new CodedError('BAD_USER_INPUT', `\`${path}\`: ${fault}`);
  return canonicalAddress(address);
}
