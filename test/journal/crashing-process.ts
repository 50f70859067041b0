import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { mongo, type Connection } from 'mongoose';
import { ChainStore, type ChainPosition } from '../../shared/journal/chain-store.js';
import type { ChainHead, ChainId, JournalEntry } from '../../shared/journal/entry.js';
import { Journal } from '../../shared/journal/journal.js';
import { driverCollection, type FoldChange, type FoldedRecord, type Projection } from '../../shared/journal/projection.js';
import { arrestsOf, clock, signer } from './journal-fixture.js';

/** A rule of the journal that a run leaves out, to see that the model notices. */
export type LeftOut = 'GUARD' | 'TOMBSTONE' | 'APPLY_BEFORE_ADVANCE' | 'REPEATED_VALIDATION' | null;

export class Crash extends Error {}

export interface Mishaps {
  random(): number;
  readonly crash: number;
  readonly stall: number;
  readonly lostAcknowledgement: number;
}

/** One process with a journal. It may die before or after any single command to the store, and then does nothing more. */
export class CrashingProcess {
  readonly journal: Journal;
  readonly mishaps: Mishaps;
  #dead = false;

  constructor(connection: Connection, mishaps: Mishaps, leftOut: LeftOut) {
    this.mishaps = mishaps;
    this.journal = new Journal(
      {
        subgraph: 'arrests', connection, projections: [this.#stepwise(arrestsOf(connection), connection, leftOut)], clock, entropy: randomBytes,
        signer, ownerCountry: () => 'JP', pollMilliseconds: null, headMilliseconds: null, onFault: () => undefined,
      },
      { chains: new SteppingStore(connection, this, leftOut) },
    );
  }

  async step(): Promise<void> {
    const { random, crash, stall } = this.mishaps;
    if (random() < crash) this.#dead = true;
    if (random() < stall) await pause(random() * 40);
    if (this.#dead) throw new Crash('the process died');
  }

  #stepwise(projection: Projection, connection: Connection, leftOut: LeftOut): Projection {
    const apply = leftOut === 'GUARD' ? (change: FoldChange) => overwrite(connection, change) : (change: FoldChange) => projection.apply([change]);
    return {
      ...projection,
      findMany: async (ids): Promise<ReadonlyMap<string, FoldedRecord>> => {
        await this.step();
        return projection.findMany(ids);
      },
      apply: async (changes) => {
        for (const change of changes) {
          await this.step();
          await apply(change);
          if (leftOut === 'TOMBSTONE' && change.fate === 'removed') await records(connection).deleteOne({ _id: change.id });
        }
        await this.step();
      },
    };
  }
}

class SteppingStore extends ChainStore {
  readonly #process: CrashingProcess;
  readonly #leftOut: LeftOut;

  constructor(connection: Connection, process: CrashingProcess, leftOut: LeftOut) {
    super(connection);
    this.#process = process;
    this.#leftOut = leftOut;
  }

  override position(owner: string): Promise<ChainPosition | null> {
    return this.#stepped(() => super.position(owner));
  }

  override register(chain: ChainId): Promise<void> {
    return this.#stepped(() => super.register(chain));
  }

  override advance(owner: string, seq: number): Promise<void> {
    return this.#stepped(() => super.advance(owner, seq));
  }

  override head(chain: ChainId): Promise<ChainHead> {
    return this.#stepped(() => super.head(chain));
  }

  override slots(chain: ChainId, after: number, upTo: number): Promise<JournalEntry[]> {
    return this.#stepped(() => super.slots(chain, after, upTo));
  }

  override shred(chain: ChainId, seq: number, part: number): Promise<void> {
    return this.#stepped(() => super.shred(chain, seq, part));
  }

  override async append(entries: readonly JournalEntry[]): Promise<void> {
    await this.#stepped(() => super.append(entries));
    const last = entries.at(-1);
    if (this.#leftOut === 'APPLY_BEFORE_ADVANCE' && last !== undefined) await super.advance(last.owner, last.seq);
    const { random, lostAcknowledgement } = this.#process.mishaps;
    if (random() < lostAcknowledgement) throw new mongo.MongoNetworkError('connection lost');
  }

  async #stepped<T>(command: () => Promise<T>): Promise<T> {
    await this.#process.step();
    const answer = await command();
    await this.#process.step();
    return answer;
  }
}

type StoredRecord = { _id: string } & Record<string, unknown>;

export function records(connection: Connection): mongo.Collection<StoredRecord> {
  return driverCollection<StoredRecord>(connection, 'arrests');
}

async function overwrite(connection: Connection, { id, seq, chain, fate, after }: FoldChange): Promise<void> {
  const next = fate === 'kept' ? { ...after } : { tombstone: fate };
  await records(connection).replaceOne({ _id: id }, { ...next, appliedSeq: seq, appliedChain: chain }, { upsert: true });
}
