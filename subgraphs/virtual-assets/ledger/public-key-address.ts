import { ripemd160 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { createBase58check } from '@scure/base';

const base58check = createBase58check(sha256);
const MAINNET_PUBKEY_HASH = 0x00;

/** The P2PKH address of the key that a pay-to-public-key script (`<key> OP_CHECKSIG`) names; null for any other script. */
export function publicKeyAddress(scriptHex: string): string | null {
  const [, key] = /^(?:21(?=0[23])|41(?=04))([0-9a-f]{66}|[0-9a-f]{130})ac$/.exec(scriptHex) ?? [];
  if (key?.length !== (scriptHex.startsWith('21') ? 66 : 130)) return null;
  return base58check.encode(Uint8Array.from([MAINNET_PUBKEY_HASH, ...ripemd160(sha256(Buffer.from(key, 'hex')))]));
}
