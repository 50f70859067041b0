import type { Connection } from 'mongoose';
import { ChainStore } from './chain-store.js';
import { GENESIS, headOf, type ChainHead, type ChainId, type JournalEntry } from './entry.js';
import { driverCollection } from './projection.js';
import { receiptIsGenuine, type Receipt } from './receipt.js';
import type { ReceiptVerifier } from './receipt-signer.js';
import { headIsGenuine, signedHeads, type SignedHead } from './signed-heads.js';
import { entryFault, erasedRecords, shreddedRecords, type EntryFault } from './verify-entry.js';

export type JournalFault =
  | EntryFault
  /** Personal data is gone, and no erasure says why. */
  | 'UNEXPLAINED_ERASURE'
  /** An erasure stands in the chain, but personal data is still there. Opening the journal finishes it. */
  | 'UNFINISHED_ERASURE'
  /** A signed head, a receipt or the records know of an entry beyond the end of the chain. */
  | 'TRUNCATED'
  | 'HEAD_FORGED'
  | 'HEAD_DIFFERS'
  | 'RECEIPT_FORGED'
  | 'RECEIPT_DIFFERS';

export interface JournalFinding extends ChainId {
  /** The first bad entry of the chain, or the entry that a head or a receipt speaks of. */
  readonly seq: number;
  readonly fault: JournalFault;
}

export interface JournalVerdict {
  readonly chains: readonly (ChainId & { readonly entries: number; readonly hash: string })[];
  readonly findings: readonly JournalFinding[];
}

export interface VerifyJournalOptions {
  readonly subgraph: string;
  readonly connection: Connection;
  readonly verifier: ReceiptVerifier;
  /** What owners kept. */
  readonly receipts?: readonly Receipt[];
  /** Heads that were exported earlier: whoever cuts a chain can also delete the heads stored beside it. */
  readonly heads?: readonly SignedHead[];
}

/** Reads the whole journal and everything signed about it. Changes nothing and trusts no stored hash. */
export async function verifyJournal(options: VerifyJournalOptions): Promise<JournalVerdict> {
  const { connection } = options;
  await connection.asPromise();
  const audits = new Map<string, ChainAudit>();
  const auditOf = ({ ownerCountry, owner }: ChainId): ChainAudit => {
    const key = JSON.stringify([ownerCountry, owner]);
    const audit = audits.get(key) ?? new ChainAudit({ ownerCountry, owner });
    audits.set(key, audit);
    return audit;
  };

  const store = new ChainStore(connection);
  const heads = [...(await signedHeads(connection).find().toArray()), ...(options.heads ?? [])];
  for (const head of heads) auditOf(head).expectHead(head, options);
  for (const receipt of options.receipts ?? []) auditOf(receipt).expectReceipt(receipt, options);
  for (const position of await store.chains()) auditOf(position).expectThrough(position.seq);

  const journal = driverCollection<JournalEntry>(connection, 'journal').find({}, { readPreference: 'primary' });
  for await (const entry of journal.sort({ ownerCountry: 1, owner: 1, seq: 1 })) auditOf(entry).read(entry);

  const findings: JournalFinding[] = [];
  for (const audit of audits.values()) findings.push(...(await audit.close(store)));
  return { chains: [...audits.values()].map((audit) => audit.summary()), findings };
}

interface Expectation { readonly hash: string; readonly fault: 'HEAD_DIFFERS' | 'RECEIPT_DIFFERS' }

/** One chain while it is read from its beginning. */
class ChainAudit {
  readonly #chain: ChainId;
  readonly #expected = new Map<number, Expectation[]>();
  readonly #findings: JournalFinding[] = [];
  /** Records whose personal part was missing, with the first entry where it was. */
  readonly #shredded = new Map<string, number>();
  readonly #erasures: JournalEntry[] = [];
  #head: ChainHead = GENESIS;
  #broken = false;
  #last = 0;
  #promised = 0;

  constructor(chain: ChainId) {
    this.#chain = chain;
  }

  expectHead(head: SignedHead, { subgraph, verifier }: VerifyJournalOptions): void {
    if (head.subgraph !== subgraph || !headIsGenuine(head, verifier)) this.#find(head.seq, 'HEAD_FORGED');
    else this.#expect(head.seq, { hash: head.hash, fault: 'HEAD_DIFFERS' });
  }

  expectReceipt(receipt: Receipt, { subgraph, verifier }: VerifyJournalOptions): void {
    if (receipt.subgraph !== subgraph || !receiptIsGenuine(receipt, verifier)) this.#find(receipt.seq, 'RECEIPT_FORGED');
    else this.#expect(receipt.seq, { hash: receipt.hash, fault: 'RECEIPT_DIFFERS' });
  }

  expectThrough(seq: number): void {
    this.#promised = Math.max(this.#promised, seq);
  }

  read(entry: JournalEntry): void {
    this.#last = Math.max(this.#last, entry.seq);
    for (const { hash, fault } of this.#expected.get(entry.seq) ?? []) if (hash !== entry.hash) this.#find(entry.seq, fault);
    if (this.#broken) return;
    const fault = entryFault(this.#head, entry);
    if (fault !== null) {
      this.#broken = true;
      this.#find(fault === 'MISSING' ? this.#head.seq + 1 : entry.seq, fault);
      return;
    }
    this.#head = headOf(entry);
    for (const record of shreddedRecords(entry)) if (!this.#shredded.has(record)) this.#shredded.set(record, entry.seq);
    const erased = erasedRecords(entry);
    for (const record of erased) this.#shredded.delete(record);
    if (erased.length > 0) this.#erasures.push(entry);
  }

  async close(store: ChainStore): Promise<readonly JournalFinding[]> {
    if (this.#promised > this.#last) this.#find(this.#last + 1, 'TRUNCATED');
    if (this.#broken) return this.#findings;
    for (const seq of this.#shredded.values()) this.#find(seq, 'UNEXPLAINED_ERASURE');
    for (const erasure of this.#erasures) await this.#checkFinished(erasure, store);
    return this.#findings;
  }

  summary(): ChainId & { entries: number; hash: string } {
    return { ...this.#chain, entries: this.#head.seq, hash: this.#head.hash };
  }

  async #checkFinished(erasure: JournalEntry, store: ChainStore): Promise<void> {
    for (const { collection, id, fate, previous } of erasure.facts.changes) {
      for (let seq = fate === 'erased' ? previous : null; seq !== null; ) {
        const entry = await store.entry(this.#chain, seq);
        const index = entry?.facts.changes.findIndex((change) => change.collection === collection && change.id === id) ?? -1;
        if (entry?.personal[index]?.after !== undefined) this.#find(seq, 'UNFINISHED_ERASURE');
        seq = entry?.facts.changes[index]?.previous ?? null;
      }
    }
  }

  #expect(seq: number, expectation: Expectation): void {
    this.expectThrough(seq);
    this.#expected.set(seq, [...(this.#expected.get(seq) ?? []), expectation]);
  }

  #find(seq: number, fault: JournalFault): void {
    this.#findings.push({ ...this.#chain, seq, fault });
  }
}
