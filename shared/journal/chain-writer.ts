import { setTimeout as pause } from 'node:timers/promises';
import { CodedError } from '../errors/coded-error.js';
import { appendBatch } from './append-batch.js';
import type { Applier } from './applier.js';
import { Batch, type BatchSources, type JournalView, type TrackedView } from './batch.js';
import type { ChainStore } from './chain-store.js';
import type { PlannedDraft } from './draft.js';
import type { Actor, ChainId, JournalEntry } from './entry.js';

/** A command waiting in the queue of its chain. `prepare` may run several times; one of the rest runs once. */
export interface PendingCommand {
  readonly entryId: string;
  readonly actor: Actor;
  /** Null when the command wants nothing written. */
  prepare(view: JournalView): Promise<PlannedDraft | null>;
  written(entry: JournalEntry): void;
  unwritten(): void;
  failed(fault: unknown): void;
}

const MAX_BATCH = 128;
const WAVE = 32;
/** Of the commands that are committed together; the last of them may go beyond. */
const GROUP_CHANGES = 500;
/** Racing processes step back for up to this long, so that each of them gets its turn. */
const RACE_PAUSE_MILLISECONDS = 16;

/** The one queue of a chain in this process: commands wait here and are committed in groups, in their order. */
export class ChainWriter {
  readonly #chain: () => Promise<ChainId>;
  readonly #store: ChainStore;
  readonly #applier: Applier;
  readonly #sources: BatchSources;
  #pending: PendingCommand[] = [];
  #draining: Promise<void> | null = null;

  constructor(chain: () => Promise<ChainId>, store: ChainStore, applier: Applier, sources: BatchSources) {
    this.#chain = chain;
    this.#store = store;
    this.#applier = applier;
    this.#sources = sources;
  }

  submit(command: PendingCommand): void {
    this.#pending.push(command);
    this.#draining ??= this.#drain();
  }

  /** Resolves when nothing is waiting any more. */
  async idle(): Promise<void> {
    while (this.#draining !== null) await this.#draining;
  }

  /** Ends in the same tick in which it finds nobody waiting, so that nobody can come in between and wait for ever. */
  async #drain(): Promise<void> {
    await Promise.resolve();
    while (this.#pending.length > 0) {
      try {
        const raced = await this.#commitGroup();
        if (raced) await pause(((this.#sources.entropy(1)[0] ?? 0) * RACE_PAUSE_MILLISECONDS) / 256);
      } catch (fault) {
        for (const command of this.#pending.splice(0)) command.failed(unavailable(fault));
      }
    }
    this.#draining = null;
  }

  /** Settles a prefix of the queue. What it leaves there is decided anew against the next head. */
  async #commitGroup(): Promise<boolean> {
    const chain = await this.#chain();
    const head = await this.#store.head(chain);
    await this.#applier.through(chain, head.seq);
    const batch = new Batch(chain, head, this.#sources);
    const group = await this.#prepareGroup(batch);
    const result = batch.entries.length === 0 ? { standing: 0, stopped: 'NEVER' as const } : await appendBatch(this.#store, chain, batch.entries);
    const settled = group.filter(({ needs }) => needs <= result.standing);
    this.#remove(settled);
    await this.#acknowledge(chain, batch.entries.slice(0, result.standing), settled);
    if (result.stopped === 'REFUSED') this.#fail(group.filter(({ needs, decision }) => decision.kind === 'ENTRY' && needs === result.standing + 1), unavailable(result.fault));
    if (result.stopped === 'UNKNOWN') {
      this.#applier.doubt(chain);
      this.#fail(group.filter((member) => !settled.includes(member)), unavailable(result.fault));
    }
    return result.stopped === 'RACE';
  }

  /**
   * Commands propose side by side, so that their reads go to the store together, and join in their order. One that
   * looked at what an earlier one changed proposes again and then sees it.
   */
  async #prepareGroup(batch: Batch): Promise<GroupMember[]> {
    const group: GroupMember[] = [];
    while (group.length < MAX_BATCH) {
      const wave = this.#pending.slice(group.length, group.length + WAVE);
      if (wave.length === 0) break;
      const proposals = await Promise.all(wave.map((command) => this.#propose(command, batch)));
      for (const proposal of proposals) {
        if (batch.changes >= GROUP_CHANGES) return group;
        const { command } = proposal;
        const decision = await this.#decide(proposal.view.outdated() ? await this.#propose(command, batch) : proposal, batch);
        group.push({ command, decision, needs: batch.entries.length });
      }
    }
    return group;
  }

  async #propose(command: PendingCommand, batch: Batch): Promise<Proposal> {
    const view = batch.view();
    try {
      const draft = await command.prepare(view.view);
      if (draft !== null) await batch.check(draft);
      return { command, view, draft };
    } catch (fault) {
      return { command, view, fault };
    }
  }

  async #decide(proposal: Proposal, batch: Batch): Promise<Decision> {
    if ('fault' in proposal) return { kind: 'FAULT', fault: proposal.fault };
    if (proposal.draft === null) return { kind: 'NOTHING' };
    try {
      return { kind: 'ENTRY', entry: await batch.add(proposal.draft, proposal.command) };
    } catch (fault) {
      return { kind: 'FAULT', fault };
    }
  }

  /** A refusal also waits for the entries it was decided upon: told earlier, it could speak of what never happened. */
  async #acknowledge(chain: ChainId, standing: readonly JournalEntry[], settled: readonly GroupMember[]): Promise<void> {
    try {
      const last = standing.at(-1);
      if (last !== undefined) await this.#applier.through(chain, last.seq, standing);
    } catch (fault) {
      for (const { command } of settled) command.failed(unavailable(fault));
      return;
    }
    for (const { command, decision } of settled) {
      if (decision.kind === 'ENTRY') command.written(decision.entry);
      else if (decision.kind === 'NOTHING') command.unwritten();
      else command.failed(decision.fault);
    }
  }

  #fail(members: readonly GroupMember[], fault: unknown): void {
    this.#remove(members);
    for (const { command } of members) command.failed(fault);
  }

  #remove(members: readonly GroupMember[]): void {
    const gone = new Set(members.map(({ command }) => command));
    this.#pending = this.#pending.filter((command) => !gone.has(command));
  }
}

type Proposal = { readonly command: PendingCommand; readonly view: TrackedView } & (
  | { readonly draft: PlannedDraft | null }
  | { readonly fault: unknown }
);

type Decision =
  | { readonly kind: 'ENTRY'; readonly entry: JournalEntry }
  | { readonly kind: 'NOTHING' }
  | { readonly kind: 'FAULT'; readonly fault: unknown };

interface GroupMember {
  readonly command: PendingCommand;
  readonly decision: Decision;
  /** How many entries of the batch must stand before it may be told: those it was decided upon, and its own. */
  readonly needs: number;
}

/** Nothing is promised: the caller repeats, and the reference of the record makes the repeat harmless. */
function unavailable(fault: unknown): CodedError {
  return fault instanceof CodedError ? fault : new CodedError('UNAVAILABLE', 'The journal cannot be written now. Try again.', { cause: fault });
}
