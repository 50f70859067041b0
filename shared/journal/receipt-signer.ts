import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';

/** Knows the public keys of the past and the present, by their ids. */
export interface ReceiptVerifier {
  verify(keyId: string, payload: string, signature: string): boolean;
}

export interface ReceiptSigner extends ReceiptVerifier {
  readonly keyId: string;
  sign(payload: string): string;
}

/** Ed25519. Keys that were rotated out are passed as `retired`, so that what they signed still verifies. */
export function ed25519Signer(privateKey: KeyObject, retired: readonly KeyObject[] = []): ReceiptSigner {
  const publicKey = createPublicKey(privateKey);
  const verifier = ed25519Verifier([publicKey, ...retired]);
  return {
    keyId: keyIdOf(publicKey),
    sign: (payload) => sign(null, Buffer.from(payload), privateKey).toString('base64url'),
    verify: (keyId, payload, signature) => verifier.verify(keyId, payload, signature),
  };
}

/** What an auditor needs: public keys only. */
export function ed25519Verifier(publicKeys: readonly KeyObject[]): ReceiptVerifier {
  const keys = new Map(publicKeys.map((key) => [keyIdOf(key), requireEd25519(key)]));
  return {
    verify(keyId, payload, signature) {
      const key = keys.get(keyId);
      return key !== undefined && verify(null, Buffer.from(payload), key, Buffer.from(signature, 'base64url'));
    },
  };
}

function keyIdOf(publicKey: KeyObject): string {
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(spki).digest('base64url').slice(0, 16);
}

function requireEd25519(key: KeyObject): KeyObject {
  if (key.asymmetricKeyType !== 'ed25519') throw new TypeError(`A receipt key must be Ed25519, not ${String(key.asymmetricKeyType)}.`);
  return key;
}
