import type { Connection } from 'mongoose';
import type { Clock } from '../clock/clock.js';
import { CodedError } from '../errors/coded-error.js';
import type { JournalListener } from './applied-entry.js';
import { Applier } from './applier.js';
import type { BatchSources, JournalView } from './batch.js';
import { ChainStore } from './chain-store.js';
import { ChainWriter } from './chain-writer.js';
import { planOf, type Draft, type PlannedDraft } from './draft.js';
import type { Actor, ChainId } from './entry.js';
import { Followers } from './followers.js';
import type { Projection } from './projection.js';
import { signReceipt, type Receipt } from './receipt.js';
import type { ReceiptSigner } from './receipt-signer.js';
import { SignedHeads } from './signed-heads.js';

export interface JournalOptions {
  readonly subgraph: string;
  /** A connection to the database of this subgraph alone. */
  readonly connection: Connection;
  readonly projections: readonly Projection[];
  readonly clock: Clock;
  readonly entropy: (bytes: number) => Buffer;
  readonly signer: ReceiptSigner;
  /** Country whose shards hold an owner's chain; asked once, when the chain begins. */
  readonly ownerCountry: (owner: string) => string;
  /** How soon entries of other processes are seen; null when there are none. */
  readonly pollMilliseconds?: number | null;
  /** How often heads that moved are signed; null = only at closing. */
  readonly headMilliseconds?: number | null;
  /** Told of listeners that failed and polls that found no store; both are tried again. */
  readonly onFault?: (fault: unknown) => void;
}

/** What stands between the journal and the store. */
export interface JournalParts {
  readonly chains: ChainStore;
}

export interface WriteCommand<Refusal, Unchanged> {
  /** Whose chain: the owner of the records, not necessarily the actor. */
  readonly owner: string;
  readonly actor: Actor;
  /** Checks and decides. Runs again after a lost race, so it must be pure but for reads through the view. */
  readonly prepare: (view: JournalView) => Promise<Draft | Unwritten<Refusal, Unchanged>>;
}

export interface Erasure {
  readonly subject: string;
  readonly records: readonly { readonly collection: string; readonly id: string }[];
}

export interface EraseCommand<Refusal, Unchanged> {
  readonly owner: string;
  readonly actor: Actor;
  readonly prepare: (view: JournalView) => Promise<Erasure | Unwritten<Refusal, Unchanged>>;
}

export type Unwritten<Refusal, Unchanged> = { readonly refused: Refusal } | { readonly unchanged: Unchanged };

export interface Written {
  readonly seq: number;
  readonly hash: string;
  readonly at: Date;
  readonly receipt: Receipt;
  readonly draft: Draft;
}

export type WriteOutcome<Refusal, Unchanged> = { readonly written: Written } | Unwritten<Refusal, Unchanged>;

/** How far chains have come, by owner. */
export type Positions = ReadonlyMap<string, number>;

/** An entry that somebody has seen. */
export interface KnownHead {
  readonly owner: string;
  readonly seq: number;
  readonly hash: string;
}

const NOWHERE: Positions = new Map();
const POLL_MILLISECONDS = 250;
const HEAD_MILLISECONDS = 60_000;

/**
 * The only way to change a record. Appending to the owner's chain is the write; the records follow from it, and an
 * entry that cannot be appended did not happen.
 */
export class Journal {
  readonly #options: JournalOptions;
  readonly #chains: ChainStore;
  readonly #followers: Followers;
  readonly #applier: Applier;
  readonly #heads: SignedHeads;
  readonly #sources: BatchSources;
  readonly #writers = new Map<string, ChainWriter>();
  readonly #onFault: (fault: unknown) => void;
  #state: 'NEW' | 'OPEN' | 'CLOSED' = 'NEW';
  #poll: NodeJS.Timeout | null = null;
  #catchingUp: Promise<Positions> = Promise.resolve(NOWHERE);
  #nextCatchUp: Promise<Positions> | null = null;
  #caughtUpAt: number | null = null;

  constructor(options: JournalOptions, parts: JournalParts = { chains: new ChainStore(options.connection) }) {
    const projections = new Map(options.projections.map((projection) => [projection.collection, projection]));
    this.#options = options;
    this.#onFault = options.onFault ?? warn;
    this.#chains = parts.chains;
    this.#followers = new Followers(this.#chains, this.#onFault);
    this.#applier = new Applier(this.#chains, projections, this.#followers);
    this.#sources = { projections, clock: options.clock, entropy: options.entropy };
    this.#heads = new SignedHeads({ ...options, intervalMilliseconds: options.headMilliseconds === undefined ? HEAD_MILLISECONDS : options.headMilliseconds, heads: () => this.#applier.heads(), onFault: this.#onFault });
  }

  /** Applies the rest of every chain, which a crash may have left, before anything is served. */
  async open(): Promise<void> {
    const began = performance.now();
    await this.#chains.prepare();
    await this.#heads.prepare();
    for (const chain of (await this.#chains.moved()) ?? []) {
      await this.#applier.resume(chain);
      await this.#applier.through(chain, (await this.#chains.head(chain)).seq);
    }
    this.#state = 'OPEN';
    this.#caughtUpAt = began;
    this.#heads.start();
    const every = this.#options.pollMilliseconds === undefined ? POLL_MILLISECONDS : this.#options.pollMilliseconds;
    if (every !== null) this.#poll = setInterval(() => void this.catchUp().catch(this.#onFault), every).unref();
  }

  /** Resolves once the entry is durable, applied and told to the listeners of this process. */
  write<Refusal = never, Unchanged = never>(command: WriteCommand<Refusal, Unchanged>): Promise<WriteOutcome<Refusal, Unchanged>> {
    return this.#submit(command.owner, command.actor, async (view) => {
      const prepared = await command.prepare(view);
      return 'refused' in prepared || 'unchanged' in prepared ? prepared : planOf(prepared);
    });
  }

  /**
   * Makes records gone at every instant: a counter-entry, an erased tombstone, and then the personal data and salts
   * of all their earlier entries. The hashes stay, so the chain still verifies.
   */
  erase<Refusal = never, Unchanged = never>(command: EraseCommand<Refusal, Unchanged>): Promise<WriteOutcome<Refusal, Unchanged>> {
    return this.#submit(command.owner, command.actor, async (view) => {
      const prepared = await command.prepare(view);
      if ('refused' in prepared || 'unchanged' in prepared) return prepared;
      const changes = prepared.records.map((record) => ({ ...record, after: null, fate: 'erased' as const }));
      return { action: 'ERASE', subject: prepared.subject, changes };
    });
  }

  /** Every entry applied from now on. */
  follow(listener: JournalListener): void {
    this.#followers.add(listener, 'NEXT');
  }

  /** Every entry so far, after the given position of each owner, and then every entry from now on, without a gap. */
  async replay(listener: JournalListener, after: ReadonlyMap<string, number> = new Map()): Promise<void> {
    this.#assertOpen();
    this.#followers.add(listener, after);
    for (const { head, ...chain } of this.#applier.heads()) await this.#applier.through(chain, head.seq);
  }

  /**
   * Sees what other processes have acknowledged before this call, and finishes what this one could not. Answers with
   * the positions that it saw; a listener that failed may still be behind them.
   */
  catchUp(): Promise<Positions> {
    // A look that is already under way may have missed the latest: one that begins later must follow it.
    this.#nextCatchUp ??= this.#catchingUp
      .catch(() => NOWHERE)
      .then(() => {
        this.#nextCatchUp = null;
        this.#catchingUp = this.#catchUp();
        return this.#catchingUp;
      });
    return this.#nextCatchUp;
  }

  /** How long ago this process last knew everything that others had acknowledged; null while it is not open. */
  get lagMilliseconds(): number | null {
    return this.#state !== 'OPEN' || this.#caughtUpAt === null ? null : performance.now() - this.#caughtUpAt;
  }

  /** Whether each of these heads stands in the chains as this process has checked them. */
  async stand(heads: Iterable<KnownHead>): Promise<boolean> {
    const known = new Map(this.#applier.heads().map((chain) => [chain.owner, chain]));
    for (const { owner, seq, hash } of heads) {
      const chain = known.get(owner);
      if (chain === undefined || seq > chain.head.seq) return false;
      const found = seq === chain.head.seq ? chain.head : await this.#chains.entry(chain, seq);
      if (found?.hash !== hash) return false;
    }
    return true;
  }

  /** Finishes what is queued and signs the last heads. */
  async close(): Promise<void> {
    if (this.#state === 'CLOSED') return;
    const wasOpen = this.#state === 'OPEN';
    this.#state = 'CLOSED';
    if (this.#poll !== null) clearInterval(this.#poll);
    for (const writer of this.#writers.values()) await writer.idle();
    await (this.#nextCatchUp ?? this.#catchingUp).catch(() => undefined);
    if (wasOpen) await this.#heads.close();
  }

  #submit<Refusal, Unchanged>(
    owner: string,
    actor: Actor,
    prepare: (view: JournalView) => Promise<PlannedDraft | Unwritten<Refusal, Unchanged>>,
  ): Promise<WriteOutcome<Refusal, Unchanged>> {
    this.#assertOpen();
    return new Promise((resolve, reject) => {
      let last: PlannedDraft | Unwritten<Refusal, Unchanged> | null = null;
      this.#writer(owner).submit({
        entryId: this.#options.entropy(16).toString('base64url'),
        actor,
        prepare: async (view) => {
          last = await prepare(view);
          return 'changes' in last ? last : null;
        },
        written: ({ ownerCountry, seq, hash, at }) => {
          if (last === null || !('changes' in last)) throw new Error('An entry was written that nobody drafted.');
          const receipt = signReceipt({ subgraph: this.#options.subgraph, ownerCountry, owner, seq, hash }, this.#options.signer);
          resolve({ written: { seq, hash, at: new Date(at), receipt, draft: last } });
        },
        unwritten: () => {
          if (last !== null && !('changes' in last)) resolve(last);
        },
        failed: reject,
      });
    });
  }

  async #catchUp(): Promise<Positions> {
    const began = performance.now();
    // A list reads records as they are being applied; a number that is asked after it must not be behind it.
    await this.#applier.settled();
    await this.#applier.settleDoubts();
    const known = new Map(this.#applier.heads().map(({ owner, ownerCountry, head }) => [owner, { owner, ownerCountry, seq: head.seq }]));
    const moved = (await this.#chains.moved()) ?? [];
    const positions = new Map<string, number>();
    try {
      for (const chain of new Map([...known.values(), ...moved].map((position) => [position.owner, position])).values()) {
        const seq = known.get(chain.owner)?.seq ?? 0;
        positions.set(chain.owner, Math.max(chain.seq, seq));
        if (chain.seq > seq || this.#followers.lagging(chain.owner, seq)) await this.#applier.through(chain, Math.max(chain.seq, seq));
      }
    } catch (fault) {
      this.#chains.tellAgain();
      throw fault;
    }
    this.#caughtUpAt = began;
    return positions;
  }

  #writer(owner: string): ChainWriter {
    const known = this.#writers.get(owner);
    if (known !== undefined) return known;
    let chain: ChainId | null = null;
    const identify = async (): Promise<ChainId> => (chain ??= await this.#identify(owner));
    const writer = new ChainWriter(identify, this.#chains, this.#applier, this.#sources);
    this.#writers.set(owner, writer);
    return writer;
  }

  async #identify(owner: string): Promise<ChainId> {
    const position = await this.#chains.position(owner);
    if (position !== null) return { owner, ownerCountry: position.ownerCountry };
    await this.#chains.register({ owner, ownerCountry: this.#options.ownerCountry(owner) });
    return this.#identify(owner);
  }

  #assertOpen(): void {
    if (this.#state !== 'OPEN') throw new CodedError('UNAVAILABLE', 'The journal is not open.');
  }
}

function warn(fault: unknown): void {
  process.emitWarning(fault instanceof Error ? fault : String(fault));
}
