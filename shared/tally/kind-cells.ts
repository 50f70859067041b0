import { BoundedCache } from '../caching/bounded-cache.js';
import type { AppliedChange } from '../journal/applied-entry.js';
import { canonicalJson } from '../canonical-json/canonical-json.js';
import { AsOfView } from './as-of-view.js';
import type { Audience } from './audience.js';
import { CellChains } from './cell-chains.js';
import { CellShape } from './cell-shape.js';
import { CellTable } from './cell-table.js';
import { claimChanges, thawedClaim, type ClaimChange } from './claim-changes.js';
import { ClaimTable } from './claim-table.js';
import { NOTHING_TAKEN, type TakenAway } from './counted-once.js';
import { DeltaLog } from './delta-log.js';
import type { Dictionary } from './dictionary.js';
import type { FrozenCells } from './frozen-cells.js';
import { foldChanges, type Folded } from './fold-change.js';
import { GroupedRows } from './grouped-rows.js';
import { Grouping } from './grouping.js';
import { LabelDays } from './label-days.js';
import { labelDifference, PresentView, reachOf, STEP_ACROSS, type CellSource } from './present-view.js';
import type { TallyKind } from './tally-kind.js';
import { dimensionsOf, type TallyAnswer, type TallyQuery } from './tally-query.js';
import { toAnswer } from './to-answer.js';
import { ViewCache, type ViewBounds } from './view-cache.js';

export interface CountedAnswer {
  readonly answer: Omit<TallyAnswer, 'asOf'>;
  /** Behind the answer, by label, for the disclosure log. */
  readonly grouped: Pick<GroupedRows, 'labels'>;
}

/** What changes of records will do. */
export interface Prepared extends Folded {
  readonly claims: readonly ClaimChange[];
}

export interface CellSizes {
  /** Labels that have a cell. */
  readonly labels: number;
  readonly cells: number;
  readonly deltas: number;
  /** About how much memory cells and deltas take. */
  readonly bytes: number;
}

/** How many answers of what is taken away are remembered; each names the records that are set aside. */
const MOST_TAKEN = 64;
const BOUNDS: ViewBounds = { views: 256, bytes: 48_000_000 };
/** How many views of other audiences are looked at for one to move from. */
const MOST_CANDIDATES = 8;

/** The cells of one kind of record, the log of what happened to them, and the views that are kept over both. */
export class KindCells {
  readonly labelDays: LabelDays;
  readonly claims = new ClaimTable();
  readonly #kind: TallyKind<never>;
  readonly #shape: CellShape;
  readonly #cells: CellTable;
  readonly #log: DeltaLog;
  readonly #source: CellSource;
  readonly #originatorOf: (label: string) => string | undefined;
  readonly #present = new ViewCache<PresentView>(BOUNDS);
  readonly #asOf = new ViewCache<AsOfView>(BOUNDS);
  readonly #taken = new BoundedCache<{ readonly revision: number; readonly taken: TakenAway }>(MOST_TAKEN);

  constructor(kind: TallyKind<never>, labels: Dictionary, originatorOf: (label: string) => string | undefined, frozen?: FrozenCells) {
    this.#kind = kind;
    this.#shape = new CellShape(kind, labels, frozen?.values);
    this.#cells = new CellTable(this.#shape.width, frozen);
    this.#log = new DeltaLog(frozen?.deltas);
    this.#source = { labels, cells: this.#cells, byLabel: new CellChains(this.#cells, this.#shape.position('label')) };
    this.labelDays = new LabelDays(this.#shape, this.#cells, new CellChains(this.#cells, this.#shape.position('day')));
    this.#originatorOf = originatorOf;
    for (const { id, ...claim } of frozen?.claims ?? []) this.claims.set(id, thawedClaim(this.#shape, this.#cells, claim));
  }

  get collection(): string {
    return this.#kind.collection;
  }

  /** All that cannot be computed from something else, of its own. */
  freeze(): FrozenCells {
    const claims = [...this.claims.entries()].map(([id, { label, statements, versions }]) => ({ id, label, statements, versions: versions.map(({ facets, from, until }) => ({ facets, from, until })) }));
    return { collection: this.collection, columns: this.#shape.columns, values: this.#shape.values().map((values) => [...values]), ...this.#cells.freeze(), deltas: this.#log.freeze(), claims };
  }

  /** What changes will do; `apply` does it and cannot fail. */
  prepare(changes: readonly Pick<AppliedChange, 'id' | 'before' | 'after'>[]): Prepared {
    return { ...foldChanges(this.#kind, this.#shape, this.#cells, changes), claims: claimChanges(this.#kind, this.#shape, this.#cells, changes) };
  }

  apply({ present, past, claims }: Prepared): void {
    for (const { id, record } of claims) this.claims.set(id, record);
    for (const { cell, records, parts, amount } of present) this.#cells.add(cell, records, parts, amount);
    for (const delta of past) this.#log.add(delta);
    for (const view of this.#present.all()) for (const delta of present) view.note(delta);
    for (const view of this.#asOf.all()) for (const delta of past) view.note(delta);
  }

  answer(audience: Audience, { where, by, asOf }: TallyQuery): CountedAnswer {
    const unknown = by.find((dimension) => !dimensionsOf(this.#kind).includes(dimension));
    if (unknown !== undefined) throw new RangeError(`Records of ${this.#kind.collection} have no ${unknown}.`);
    // Conditions that are left out and those that are undefined say the same.
    const query = canonicalJson(JSON.parse(JSON.stringify({ where, by })));
    if (asOf === null) return this.#presentView(audience, query, { where, by }).answer(this.#units, by.length);
    const view = this.#asOfView(audience, query, { where, by });
    const grouped = view.at(asOf.getTime(), this.#source.labels.size);
    this.#asOf.trim();
    return { answer: toAnswer(grouped, view.grouping, this.#units, by.length), grouped };
  }

  /** What is to be taken from the whole for each event to count once: of records that hang together by double claims all but one. */
  takenAway(audience: Audience, { where, asOf }: Pick<TallyQuery, 'where' | 'asOf'>): TakenAway {
    if (this.claims.size === 0) return NOTHING_TAKEN;
    const key = canonicalJson([audience.id, asOf?.getTime() ?? null, JSON.parse(JSON.stringify(where))]);
    const known = this.#taken.get(key);
    // A record that has a part in a double claim does not change unnoticed by the claims.
    if (known?.revision === this.claims.revision) return known.taken;
    const taken = this.#takeAway(audience, where, asOf);
    this.#taken.set(key, { revision: this.claims.revision, taken });
    return taken;
  }

  sizes(): CellSizes {
    const { labels, byLabel } = this.#source;
    const used = labels.values().filter((_, label) => byLabel.length(label) > 0);
    return { labels: used.length, cells: this.#cells.size, deltas: this.#log.size, bytes: this.#cells.bytes + this.#log.bytes };
  }

  get #units(): Dictionary {
    return this.#shape.dictionary('unit');
  }

  #takeAway(audience: Audience, where: TallyQuery['where'], asOf: Date | null): TakenAway {
    const grouping = this.#grouping({ where, by: [] });
    const aside = this.claims.setAside((cell) => audience.has(grouping.labelOf(cell)) && grouping.has(cell), asOf?.getTime() ?? null);
    const taken = new GroupedRows();
    for (const { lots } of aside) for (const { cell, records, parts, amount } of lots) grouping.addTo(taken, cell, records, parts, amount);
    const { count, sums } = toAnswer(taken, grouping, this.#units, 0);
    return { count, sums, instead: new Map(aside.map(({ id, by }) => [id, by])) };
  }

  #presentView(audience: Audience, query: string, asked: Pick<TallyQuery, 'where' | 'by'>): PresentView {
    const known = this.#present.get(query, audience.id);
    if (known !== undefined) return known;
    const view = this.#moved(audience, query) ?? PresentView.of(this.#source, audience, this.#grouping(asked));
    this.#present.put(query, view);
    this.#present.trim();
    return view;
  }

  /** From the view of another audience, where their difference reaches fewer cells than a look at its own. */
  #moved(audience: Audience, query: string): PresentView | undefined {
    let best: { readonly reach: number; readonly move: () => PresentView } | undefined;
    for (const view of this.#present.ofQuery(query, MOST_CANDIDATES)) {
      const difference = labelDifference(view.audience, audience);
      const reach = reachOf(this.#source, difference.left) + reachOf(this.#source, difference.came);
      if (best === undefined || reach < best.reach) best = { reach, move: () => view.movedTo(audience, difference) };
    }
    const anew = Math.min(this.#cells.size, reachOf(this.#source, audience.labels) * STEP_ACROSS);
    return best !== undefined && best.reach * STEP_ACROSS < anew ? best.move() : undefined;
  }

  #asOfView(audience: Audience, query: string, asked: Pick<TallyQuery, 'where' | 'by'>): AsOfView {
    const known = this.#asOf.get(query, audience.id);
    if (known !== undefined) return known;
    const view = new AsOfView(this.#log, audience, this.#grouping(asked));
    this.#asOf.put(query, view);
    return view;
  }

  #grouping(asked: Pick<TallyQuery, 'where' | 'by'>): Grouping {
    return new Grouping(this.#shape, this.#cells, asked, this.#originatorOf);
  }
}
