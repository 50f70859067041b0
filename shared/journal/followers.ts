import { appliedEntry, type JournalListener } from './applied-entry.js';
import type { ChainStore } from './chain-store.js';
import type { ChainId, JournalEntry } from './entry.js';

interface Follower {
  readonly listener: JournalListener;
  /** Where it starts on a chain that it has not met: after a position it named, or with what comes next. */
  readonly start: ReadonlyMap<string, number> | 'NEXT';
  readonly positions: Map<string, number>;
}

/** Hands applied entries to listeners: every entry once, in chain order, none skipped when a listener fails. */
export class Followers {
  readonly #store: ChainStore;
  readonly #onFault: (fault: unknown) => void;
  readonly #followers: Follower[] = [];

  constructor(store: ChainStore, onFault: (fault: unknown) => void) {
    this.#store = store;
    this.#onFault = onFault;
  }

  add(listener: JournalListener, start: Follower['start']): void {
    this.#followers.push({ listener, start, positions: new Map() });
  }

  /** Whether some listener has not yet seen a chain up to a position. */
  lagging(owner: string, seq: number): boolean {
    return this.#followers.some((follower) => positionOf(follower, owner, seq) < seq);
  }

  /**
   * Brings every listener to `upTo`; `fresh` are entries at hand, `next` the first of them that "what comes next"
   * means. A listener that fails is tried again later from the same entry and holds nobody else up.
   */
  async deliver(chain: ChainId, next: number, upTo: number, fresh: readonly JournalEntry[]): Promise<void> {
    for (const follower of this.#followers) {
      const { listener, positions } = follower;
      let position = positionOf(follower, chain.owner, next - 1);
      positions.set(chain.owner, position);
      try {
        for await (const page of this.#pages(chain, position, upTo, fresh)) {
          for (const entry of page) {
            if (entry.seq <= position) continue;
            const heard = listener(appliedEntry(entry));
            if (heard !== undefined) await heard;
            position = entry.seq;
            positions.set(chain.owner, position);
          }
        }
      } catch (fault) {
        this.#onFault(fault);
      }
    }
  }

  async *#pages(chain: ChainId, after: number, upTo: number, fresh: readonly JournalEntry[]): AsyncGenerator<readonly JournalEntry[]> {
    if (after >= upTo) return;
    const first = fresh[0];
    if (first !== undefined && first.seq <= after + 1) yield fresh;
    else yield* this.#store.entries(chain, after, upTo);
  }
}

function positionOf({ positions, start }: Follower, owner: string, present: number): number {
  return positions.get(owner) ?? (start === 'NEXT' ? present : (start.get(owner) ?? 0));
}
