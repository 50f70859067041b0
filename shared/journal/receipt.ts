import { canonicalJson } from '../canonical-json/canonical-json.js';
import type { ReceiptSigner, ReceiptVerifier } from './receipt-signer.js';

/** The promise to an owner that its entry stands in its chain. Kept by the owner, it convicts a shortened chain. */
export interface Receipt {
  readonly subgraph: string;
  readonly ownerCountry: string;
  readonly owner: string;
  readonly seq: number;
  readonly hash: string;
  readonly keyId: string;
  readonly signature: string;
}

export type ReceiptPromise = Pick<Receipt, 'subgraph' | 'ownerCountry' | 'owner' | 'seq' | 'hash'>;

export function signReceipt(promise: ReceiptPromise, signer: ReceiptSigner): Receipt {
  return { ...promise, keyId: signer.keyId, signature: signer.sign(payloadOf(promise)) };
}

export function receiptIsGenuine(receipt: Receipt, verifier: ReceiptVerifier): boolean {
  return verifier.verify(receipt.keyId, payloadOf(receipt), receipt.signature);
}

/** The word `receipt` keeps a signature from being passed off as that of a chain head. */
function payloadOf({ subgraph, ownerCountry, owner, seq, hash }: ReceiptPromise): string {
  return canonicalJson({ kind: 'receipt', subgraph, ownerCountry, owner, seq, hash });
}
