import { CodedError } from '../../../shared/errors/coded-error.js';

/** The id of a transaction in lower case. Throws BAD_USER_INPUT that names the argument and the fix. */
export function readTransactionId(txid: string, path: string): string {
  if (!/^[0-9a-f]{64}$/i.test(txid)) throw new CodedError('BAD_USER_INPUT', `\`${path}\` is no id of a transaction: it has 64 hexadecimal digits, as block explorers show it.`);
  return txid.toLowerCase();
}
