import type { Connection, mongo } from 'mongoose';
import type { Clock } from '../clock/clock.js';
import { isDuplicateKey } from './chain-store.js';
import type { ChainHead, ChainId } from './entry.js';
import { canonicalJson } from '../canonical-json/canonical-json.js';
import { driverCollection } from './projection.js';
import type { ReceiptSigner, ReceiptVerifier } from './receipt-signer.js';

/** "At this instant the chain of this owner reached this entry." Exported, it convicts a chain that was cut or rewritten. */
export interface SignedHead extends ChainId {
  readonly _id: string;
  readonly subgraph: string;
  readonly seq: number;
  readonly hash: string;
  readonly at: string;
  readonly keyId: string;
  readonly signature: string;
}

export interface SignedHeadsOptions {
  readonly subgraph: string;
  readonly connection: Connection;
  readonly clock: Clock;
  readonly signer: ReceiptSigner;
  /** Null = only at closing. */
  readonly intervalMilliseconds: number | null;
  /** Heads that this process has checked link by link: a head read from the store is never signed unseen. */
  readonly heads: () => readonly (ChainId & { readonly head: ChainHead })[];
  readonly onFault: (fault: unknown) => void;
}

/** Signs the heads that moved, at a fixed interval and at closing. */
export class SignedHeads {
  readonly #options: SignedHeadsOptions;
  readonly #signed = new Map<string, number>();
  #timer: NodeJS.Timeout | null = null;

  constructor(options: SignedHeadsOptions) {
    this.#options = options;
  }

  async prepare(): Promise<void> {
    await signedHeads(this.#options.connection).createIndex({ ownerCountry: 1, owner: 1, seq: 1 }, {}, {});
  }

  start(): void {
    const { intervalMilliseconds, onFault } = this.#options;
    if (intervalMilliseconds === null) return;
    this.#timer = setInterval(() => void this.sign().catch(onFault), intervalMilliseconds).unref();
  }

  async sign(): Promise<void> {
    const { subgraph, connection, clock, signer, heads } = this.#options;
    for (const { owner, ownerCountry, head } of heads()) {
      if (head.seq === 0 || this.#signed.get(owner) === head.seq) continue;
      const promise = { subgraph, ownerCountry, owner, seq: head.seq, hash: head.hash, at: clock.now().toISOString() };
      const signature = signer.sign(payloadOf(promise));
      await insertOnce(signedHeads(connection), { _id: `${owner}/${head.seq}`, ...promise, keyId: signer.keyId, signature });
      this.#signed.set(owner, head.seq);
    }
  }

  async close(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    await this.sign();
  }
}

export function headIsGenuine(head: SignedHead, verifier: ReceiptVerifier): boolean {
  return verifier.verify(head.keyId, payloadOf(head), head.signature);
}

export function signedHeads(connection: Connection): mongo.Collection<SignedHead> {
  return driverCollection<SignedHead>(connection, 'signedHeads');
}

/** Another process may have signed the same head already. */
async function insertOnce(heads: mongo.Collection<SignedHead>, head: SignedHead): Promise<void> {
  try {
    await heads.insertOne(head, { writeConcern: { w: 'majority', journal: true } });
  } catch (fault) {
    if (!isDuplicateKey(fault)) throw fault;
  }
}

function payloadOf({ subgraph, ownerCountry, owner, seq, hash, at }: Omit<SignedHead, '_id' | 'keyId' | 'signature'>): string {
  return canonicalJson({ kind: 'head', subgraph, ownerCountry, owner, seq, hash, at });
}
