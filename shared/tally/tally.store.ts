import type { Clock } from '../clock/clock.js';
import type { DisclosureLog } from '../disclosure/disclosure-log.js';
import { CodedError } from '../errors/coded-error.js';
import type { VisibleLabels } from '../handling/visible-labels.js';
import type { Journal } from '../journal/journal.js';
import { assertViewer, type Viewer } from '../viewer/viewer.js';
import { Audiences } from './audience.js';
import type { SpokenOf } from './claim-table.js';
import { countedOnce, type OnceAnswer } from './counted-once.js';
import { countedOthers } from './counted-others.js';
import type { CellSizes, KindCells } from './kind-cells.js';
import type { LabelDays } from './label-days.js';
import type { SnapshotStore } from './snapshot.store.js';
import type { TallyKind } from './tally-kind.js';
import type { TallyQuery } from './tally-query.js';
import { freeze, thaw } from './tally-snapshot.js';
import { TallyState } from './tally-state.js';

export interface TallyStoreOptions {
  readonly clock: Clock;
  readonly visible: VisibleLabels;
  readonly disclosures: Pick<DisclosureLog, 'record'>;
  readonly snapshots: Pick<SnapshotStore, 'read' | 'write'>;
  readonly kinds: readonly TallyKind<never>[];
  /** Told of snapshots that could not be read or written: slower starts, nothing else. */
  readonly onFault?: (fault: unknown) => void;
}

interface Serving {
  readonly journal: Journal;
  readonly state: TallyState;
  readonly audiences: Audiences;
}

const LOOK_MILLISECONDS = 60_000;
/** A snapshot is written once so many entries are not in the last one, or the oldest of them has waited so long. */
const MANY_ENTRIES = 5_000;
const LONG_MILLISECONDS = 600_000;

/**
 * The only door to tallies. They are counted from cells in this process, which one whole journal entry at a time
 * keeps up, so that no answer is torn; before each answer it reads what other processes have acknowledged.
 */
export class TallyStore {
  readonly #options: TallyStoreOptions;
  #serving: Serving | null = null;
  /** Entries folded since the last snapshot, and when it was written. */
  #unwritten = 0;
  #writtenAt = performance.now();
  #timer: NodeJS.Timeout | null = null;

  constructor(options: TallyStoreOptions) {
    this.#options = options;
  }

  /** Takes up the last snapshot, or begins anew, and folds the rest of the chains; from here on every entry that this process applies. */
  async start(journal: Journal): Promise<void> {
    const { kinds, visible } = this.#options;
    if (kinds.length === 0) return;
    const state = (await this.#lastSnapshot(journal)) ?? TallyState.empty(kinds, (label) => this.#originatorOf(label));
    await journal.replay(
      (entry) => {
        state.fold(entry);
        this.#unwritten += 1;
      },
      new Map(state.heads().map(({ owner, seq }) => [owner, seq])),
    );
    this.#serving = { journal, state, audiences: new Audiences(visible, state.labels) };
    this.#timer = setInterval(() => void this.#writeWhenDue(), LOOK_MILLISECONDS).unref();
  }

  /** Writes a last snapshot, so that the next start is quick. */
  async close(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    if (this.#unwritten > 0) await this.writeSnapshot();
  }

  /** What a viewer counts. Whatever it holds of other organisations' AMBER or stricter records is written down first. */
  async answer(viewer: Viewer, kind: Pick<TallyKind<never>, 'collection'>, { where, by, asOf }: TallyQuery): Promise<OnceAnswer> {
    const [answer] = await this.answers(viewer, kind, { where, asOf }, [by]);
    if (answer === undefined) throw new RangeError('A tally that was asked for has an answer.');
    return answer;
  }

  /**
   * The same records broken down in several ways, all of one moment: no entry comes in between, and what they tell of
   * others is one disclosure.
   */
  async answers(
    viewer: Viewer,
    kind: Pick<TallyKind<never>, 'collection'>,
    { where, asOf }: Pick<TallyQuery, 'where' | 'asOf'>,
    breakdowns: readonly TallyQuery['by'][],
  ): Promise<OnceAnswer[]> {
    assertViewer(viewer);
    const { disclosures, clock } = this.#options;
    const { state, audiences } = await this.#upToDate();
    const { audience, stricter } = audiences.of(viewer);
    const cells = cellsOf(state, kind);
    const counted = breakdowns.map((by) => cells.answer(audience, { where, by, asOf }));
    const taken = cells.takenAway(audience, { where, asOf });
    const instant = asOf ?? clock.now();
    const owners = counted[0] === undefined ? new Map() : countedOthers(stricter, counted[0].grouped, state.labels);
    if (owners.size > 0) await disclosures.record({ viewer, owners });
    return counted.map(({ answer }) => ({ ...answer, countedOnce: countedOnce(answer, taken), asOf: instant }));
  }

  /** For the lists of a store: present records by label and day, as far as this process has folded. Nothing of it is an answer. */
  labelDays(kind: Pick<TallyKind<never>, 'collection'>): LabelDays {
    if (this.#serving === null) throw unavailable();
    return cellsOf(this.#serving.state, kind).labelDays;
  }

  /**
   * For the double claims of a record: what owners say of it and one of theirs, as far as any process has acknowledged
   * it. Nothing of it is an answer.
   */
  async speakingOf(kind: Pick<TallyKind<never>, 'collection'>, id: string): Promise<readonly SpokenOf[]> {
    const { state } = await this.#upToDate();
    return cellsOf(state, kind).claims.speakingOf(id);
  }

  /** Folds whatever any process has acknowledged by now; gives how many entries are folded, which tells whether any came. */
  async catchUp(): Promise<number> {
    const { state } = await this.#upToDate();
    return [...state.heads()].reduce((sum, { seq }) => sum + seq, 0);
  }

  /** How much there is to count with, by collection. */
  sizes(): ReadonlyMap<string, CellSizes> {
    return new Map([...(this.#serving?.state.kinds ?? [])].map(([collection, cells]) => [collection, cells.sizes()]));
  }

  /** What is frozen is of one moment, whatever is folded while it is written. */
  async writeSnapshot(): Promise<void> {
    const { snapshots, clock } = this.#options;
    if (this.#serving === null) return;
    const bytes = Buffer.concat(freeze(this.#serving.state));
    this.#unwritten = 0;
    this.#writtenAt = performance.now();
    await snapshots.write(bytes, clock.now()).catch((fault: unknown) => { this.#note(fault); });
  }

  async #writeWhenDue(): Promise<void> {
    const due = this.#unwritten >= MANY_ENTRIES || (this.#unwritten > 0 && performance.now() - this.#writtenAt >= LONG_MILLISECONDS);
    if (due) await this.writeSnapshot();
  }

  /** Null when there is none that can be used: missing, damaged, of another format, or not of these chains. */
  async #lastSnapshot(journal: Journal): Promise<TallyState | null> {
    try {
      const bytes = await this.#options.snapshots.read();
      const state = bytes === null ? null : thaw(bytes, this.#options.kinds, (label) => this.#originatorOf(label));
      return state !== null && (await journal.stand(state.heads())) ? state : null;
    } catch (fault) {
      this.#note(fault);
      return null;
    }
  }

  /** Whatever any process has acknowledged by now is counted, or nothing is answered. */
  async #upToDate(): Promise<Serving> {
    const serving = this.#serving;
    if (serving === null) throw unavailable();
    for (const [owner, seq] of await serving.journal.catchUp()) if (serving.state.foldedThrough(owner) < seq) throw unavailable();
    return serving;
  }

  #originatorOf(label: string): string | undefined {
    return this.#options.visible.find(label)?.label.originator;
  }

  #note(fault: unknown): void {
    if (this.#options.onFault === undefined) process.emitWarning(fault instanceof Error ? fault : String(fault));
    else this.#options.onFault(fault);
  }
}

function cellsOf(state: TallyState, { collection }: Pick<TallyKind<never>, 'collection'>): KindCells {
  const cells = state.kinds.get(collection);
  if (cells === undefined) throw new RangeError(`Records of ${collection} are not counted.`);
  return cells;
}

function unavailable(): CodedError {
  return new CodedError('UNAVAILABLE', 'Tallies cannot be counted now. Try again.');
}
