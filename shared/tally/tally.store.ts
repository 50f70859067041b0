import type { Clock } from '../clock/clock.js';
import type { DisclosureLog } from '../disclosure/disclosure-log.js';
import { CodedError } from '../errors/coded-error.js';
import type { VisibleLabels } from '../handling/visible-labels.js';
import type { AppliedEntry } from '../journal/applied-entry.js';
import type { Journal } from '../journal/journal.js';
import { assertViewer, type Viewer } from '../viewer/viewer.js';
import { Audiences } from './audience.js';
import { countedOthers } from './counted-others.js';
import { Dictionary } from './dictionary.js';
import { KindCells, type CellSizes } from './kind-cells.js';
import type { LabelDays } from './label-days.js';
import type { TallyKind } from './tally-kind.js';
import type { TallyAnswer, TallyQuery } from './tally-query.js';

export interface TallyStoreOptions {
  readonly clock: Clock;
  readonly visible: VisibleLabels;
  readonly disclosures: Pick<DisclosureLog, 'record'>;
  readonly kinds: readonly TallyKind<never>[];
}

/**
 * The only door to tallies. They are counted from cells in this process, which one whole journal entry at a time
 * keeps up, so that no answer is torn; before each answer it reads what other processes have acknowledged.
 */
export class TallyStore {
  readonly #options: TallyStoreOptions;
  readonly #labels = new Dictionary();
  readonly #audiences: Audiences;
  readonly #kinds: ReadonlyMap<string, KindCells>;
  /** How far each chain is folded. */
  readonly #appliedThrough = new Map<string, number>();
  #journal: Journal | null = null;

  constructor(options: TallyStoreOptions) {
    this.#options = options;
    this.#audiences = new Audiences(options.visible, this.#labels);
    const originatorOf = (label: string): string | undefined => options.visible.find(label)?.label.originator;
    this.#kinds = new Map(options.kinds.map((kind) => [kind.collection, new KindCells(kind, this.#labels, originatorOf)]));
  }

  /** Folds the chains; from here on every entry that this process applies. */
  async start(journal: Journal): Promise<void> {
    this.#journal = journal;
    if (this.#kinds.size > 0) await journal.replay((entry) => { this.#fold(entry); });
  }

  /** What a viewer counts. Whatever it holds of other organisations' AMBER or stricter records is written down first. */
  async answer(viewer: Viewer, kind: Pick<TallyKind<never>, 'collection'>, { where, by, asOf }: TallyQuery): Promise<TallyAnswer> {
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
  ): Promise<TallyAnswer[]> {
    assertViewer(viewer);
    const { disclosures, clock } = this.#options;
    await this.#catchUp();
    const { audience, stricter } = this.#audiences.of(viewer);
    const cells = this.#cellsOf(kind);
    const counted = breakdowns.map((by) => cells.answer(audience, { where, by, asOf }));
    const instant = asOf ?? clock.now();
    const owners = counted[0] === undefined ? new Map() : countedOthers(stricter, counted[0].grouped, this.#labels);
    if (owners.size > 0) await disclosures.record({ viewer, owners });
    return counted.map(({ answer }) => ({ ...answer, asOf: instant }));
  }

  /** For the lists of a store: present records by label and day, as far as this process has folded. Nothing of it is an answer. */
  labelDays(kind: Pick<TallyKind<never>, 'collection'>): LabelDays {
    return this.#cellsOf(kind).labelDays;
  }

  /** How much there is to count with, by collection. */
  sizes(): ReadonlyMap<string, CellSizes> {
    return new Map([...this.#kinds].map(([collection, cells]) => [collection, cells.sizes()]));
  }

  /** Whatever any process has acknowledged by now is counted, or nothing is answered. */
  async #catchUp(): Promise<void> {
    const journal = this.#journal;
    if (journal === null) throw unavailable();
    const positions = await journal.catchUp();
    for (const [owner, seq] of positions) if ((this.#appliedThrough.get(owner) ?? 0) < seq) throw unavailable();
  }

  /** Everything that can fail comes before the first change: an entry is folded wholly or, later, again. */
  #fold({ owner, seq, changes }: AppliedEntry): void {
    const folded = [...this.#kinds].map(([collection, cells]) => {
      const own = changes.filter((change) => change.collection === collection);
      return own.length === 0 ? null : { cells, change: cells.prepare(own) };
    });
    for (const prepared of folded) prepared?.cells.apply(prepared.change);
    this.#appliedThrough.set(owner, seq);
  }

  #cellsOf({ collection }: Pick<TallyKind<never>, 'collection'>): KindCells {
    const cells = this.#kinds.get(collection);
    if (cells === undefined) throw new RangeError(`Records of ${collection} are not counted.`);
    return cells;
  }
}

function unavailable(): CodedError {
  return new CodedError('UNAVAILABLE', 'Tallies cannot be counted now. Try again.');
}
