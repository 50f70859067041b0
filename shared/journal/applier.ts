import { foldChanges } from './applied-entry.js';
import type { ChainPosition, ChainStore } from './chain-store.js';
import { entryHashOf, GENESIS, headOf, type ChainHead, type ChainId, type JournalEntry } from './entry.js';
import type { Followers } from './followers.js';
import type { FoldChange, Projection } from './projection.js';

/** The journal in the store is not the one that was written: nothing is served from it. */
export class BrokenChainError extends Error {
  readonly owner: string;
  readonly seq: number;

  constructor(owner: string, seq: number, problem: string) {
    super(`The journal of ${owner} is broken at ${seq}: ${problem} Run \`tessera verify-journal\`.`);
    this.name = 'BrokenChainError';
    this.owner = owner;
    this.seq = seq;
  }
}

interface AppliedHead extends ChainId {
  head: ChainHead;
}

/**
 * Folds entries into records: strictly in chain order, nobody applies n + 1 before n, twice changes nothing.
 * Any number of processes may do so at the same time; `applied` moves only over what is certainly applied.
 */
export class Applier {
  readonly #store: ChainStore;
  readonly #projections: ReadonlyMap<string, Projection>;
  readonly #followers: Followers;
  readonly #heads = new Map<string, AppliedHead>();
  readonly #queues = new Map<string, Promise<void>>();
  readonly #doubted = new Map<string, ChainId>();

  constructor(store: ChainStore, projections: ReadonlyMap<string, Projection>, followers: Followers) {
    this.#store = store;
    this.#projections = projections;
    this.#followers = followers;
  }

  /** How far this process has checked and applied each chain. */
  heads(): readonly Readonly<AppliedHead>[] {
    return [...this.#heads.values()];
  }

  /** Takes a chain up where it was applied to when this process started. */
  async resume({ owner, ownerCountry, seq }: ChainPosition): Promise<void> {
    if (seq === 0) return;
    const entry = await this.#store.entry({ owner, ownerCountry }, seq);
    if (entry === null) throw new BrokenChainError(owner, seq, 'an entry that was applied is missing.');
    assertWhole(entry);
    this.#heads.set(owner, { owner, ownerCountry, head: headOf(entry) });
  }

  /** Applies everything up to an entry and tells the followers; `fresh` saves reading entries just written. */
  through(chain: ChainId, upTo: number, fresh: readonly JournalEntry[] = []): Promise<void> {
    const turn = (this.#queues.get(chain.owner) ?? Promise.resolve()).then(() => this.#through(chain, upTo, fresh));
    this.#queues.set(chain.owner, turn.catch(() => this.doubt(chain)));
    return turn;
  }

  /** Ends with every apply that is under way: until then a record may already show what no follower was told. */
  async settled(): Promise<void> {
    await Promise.all(this.#queues.values());
  }

  /** The chain may hold more than this process knows: an append or an apply ended without an answer. */
  doubt(chain: ChainId): void {
    this.#doubted.set(chain.owner, chain);
  }

  /** Reads the heads of doubted chains and applies what they hold. */
  async settleDoubts(): Promise<void> {
    for (const [owner, chain] of [...this.#doubted]) {
      this.#doubted.delete(owner);
      try {
        await this.through(chain, (await this.#store.head(chain)).seq);
      } catch (fault) {
        this.doubt(chain);
        throw fault;
      }
    }
  }

  async #through(chain: ChainId, upTo: number, fresh: readonly JournalEntry[]): Promise<void> {
    const applied = this.#appliedHead(chain);
    const start = applied.head.seq;
    if (start >= upTo) return this.#followers.deliver(chain, start + 1, start, []);
    const atHand = fresh[0]?.seq === start + 1;
    // What other processes applied in the meantime need not be applied again, only told.
    const done = atHand ? start : ((await this.#store.position(chain.owner))?.seq ?? start);
    for await (const page of atHand ? [fresh] : this.#store.entries(chain, start, upTo)) await this.#applyPage(applied, page, done);
    if (applied.head.seq < upTo) throw new BrokenChainError(chain.owner, applied.head.seq + 1, 'the entry is missing.');
  }

  async #applyPage(applied: AppliedHead, page: readonly JournalEntry[], done: number): Promise<void> {
    let head = applied.head;
    for (const entry of page) {
      assertFollows(head, entry);
      head = headOf(entry);
    }
    await this.#apply(page.filter(({ seq }) => seq > done));
    if (head.seq > done) await this.#store.advance(applied.owner, head.seq);
    const next = applied.head.seq + 1;
    applied.head = head;
    await this.#followers.deliver(applied, next, head.seq, page);
  }

  async #apply(entries: readonly JournalEntry[]): Promise<void> {
    for (const step of stepsOf(entries)) {
      if (step.kind === 'FOLD') await this.#projection(step.collection).apply(step.changes);
      else await this.#shred(step.erasure);
    }
  }

  /**
   * The last step of an erasure, part of applying it: `applied` does not pass the entry before the personal data
   * of every earlier change of the record is gone, so a crash between the two only repeats the rest.
   */
  async #shred(erasure: JournalEntry): Promise<void> {
    for (const { collection, id, fate, previous } of erasure.facts.changes) {
      if (fate !== 'erased') continue;
      for (let seq = previous; seq !== null; ) {
        const entry = await this.#store.entry(erasure, seq);
        const part = entry?.facts.changes.findIndex((change) => change.collection === collection && change.id === id) ?? -1;
        if (entry === null || part === -1) throw new BrokenChainError(erasure.owner, seq, `it should change ${collection}/${id}.`);
        if (entry.personal[part]?.after !== undefined || entry.personal[part]?.salt !== undefined) await this.#store.shred(entry, seq, part);
        seq = entry.facts.changes[part]?.previous ?? null;
      }
    }
  }

  #projection(collection: string): Projection {
    const projection = this.#projections.get(collection);
    if (projection === undefined) throw new Error(`The journal holds records of ${collection}, for which this process has no projection.`);
    return projection;
  }

  /** A chain that this process did not find at its start began after it, so all of it is still to be told. */
  #appliedHead(chain: ChainId): AppliedHead {
    const known = this.#heads.get(chain.owner);
    if (known !== undefined) return known;
    const applied: AppliedHead = { owner: chain.owner, ownerCountry: chain.ownerCountry, head: GENESIS };
    this.#heads.set(chain.owner, applied);
    return applied;
  }
}

type Step =
  | { readonly kind: 'FOLD'; readonly collection: string; readonly changes: FoldChange[] }
  | { readonly kind: 'SHRED'; readonly erasure: JournalEntry };

/** Consecutive changes of one collection go together; a change of collection waits for what came before it. */
function stepsOf(entries: readonly JournalEntry[]): Step[] {
  const steps: Step[] = [];
  for (const entry of entries) {
    for (const [collection, changes] of foldChanges(entry)) {
      const last = steps.at(-1);
      if (last?.kind === 'FOLD' && last.collection === collection) last.changes.push(...changes);
      else steps.push({ kind: 'FOLD', collection, changes });
    }
    if (entry.facts.changes.some(({ fate }) => fate === 'erased')) steps.push({ kind: 'SHRED', erasure: entry });
  }
  return steps;
}

function assertFollows(head: ChainHead, entry: JournalEntry): void {
  if (entry.seq !== head.seq + 1) throw new BrokenChainError(entry.owner, head.seq + 1, 'the entry is missing.');
  if (entry.prevHash !== head.hash) throw new BrokenChainError(entry.owner, entry.seq, 'it does not follow the entry before it.');
  assertWhole(entry);
}

function assertWhole(entry: JournalEntry): void {
  if (entryHashOf(entry) !== entry.hash) throw new BrokenChainError(entry.owner, entry.seq, 'its hash is not that of its content.');
}
