import type { Audience } from './audience.js';
import type { CellChains } from './cell-chains.js';
import type { CellTable } from './cell-table.js';
import type { Delta } from './delta-log.js';
import type { Dictionary } from './dictionary.js';
import { GroupedRows } from './grouped-rows.js';
import type { Grouping } from './grouping.js';
import type { TallyAnswer } from './tally-query.js';
import { toAnswer } from './to-answer.js';

/** Cells, and how to reach those of one label. */
export interface CellSource {
  readonly labels: Dictionary;
  readonly cells: CellTable;
  readonly byLabel: CellChains;
}

/** What an audience counts now, for one query: made by one look at the cells, and from then on kept up by each entry. */
export class PresentView {
  readonly audience: Audience;
  readonly grouping: Grouping;
  readonly grouped: GroupedRows;
  readonly #source: CellSource;
  /** Null since the last change of what it holds. */
  #answer: Omit<TallyAnswer, 'asOf'> | null = null;

  private constructor(source: CellSource, audience: Audience, grouping: Grouping, grouped: GroupedRows) {
    this.#source = source;
    this.audience = audience;
    this.grouping = grouping;
    this.grouped = grouped;
  }

  /** Looks at the cells of its audience: one label after the other where those are few, else all in a row. */
  static of(source: CellSource, audience: Audience, grouping: Grouping): PresentView {
    const view = new PresentView(source, audience, grouping, new GroupedRows());
    const { cells } = source;
    if (reachOf(source, audience.labels) * STEP_ACROSS < cells.size) for (const label of audience.labels) view.#addLabel(label, 1);
    else for (let cell = 0; cell < cells.size; cell += 1) if (audience.has(grouping.labelOf(cell))) view.#addCell(cell, 1);
    return view;
  }

  /** The same for an audience that differs in some labels: their cells are taken back or added, all others stay. */
  movedTo(audience: Audience, { left, came }: LabelDifference): PresentView {
    const view = new PresentView(this.#source, audience, this.grouping, this.grouped.copy(this.#source.labels.size));
    for (const label of left) view.#addLabel(label, -1);
    for (const label of came) view.#addLabel(label, 1);
    return view;
  }

  answer(units: Dictionary, dimensions: number): { readonly answer: Omit<TallyAnswer, 'asOf'>; readonly grouped: GroupedRows } {
    this.#answer ??= toAnswer(this.grouped, this.grouping, units, dimensions);
    return { answer: this.#answer, grouped: this.grouped };
  }

  /** About how much memory it takes. */
  get bytes(): number {
    return this.grouped.bytes;
  }

  note({ cell, records, parts, amount }: Delta): void {
    if (!this.audience.has(this.grouping.labelOf(cell)) || !this.grouping.has(cell)) return;
    this.grouping.addTo(this.grouped, cell, records, parts, amount);
    this.#answer = null;
  }

  #addLabel(label: number, sign: 1 | -1): void {
    for (const cell of this.#source.byLabel.of(label)) this.#addCell(cell, sign);
  }

  #addCell(cell: number, sign: 1 | -1): void {
    const { cells } = this.#source;
    const [records, parts, amount] = [cells.records(cell), cells.parts(cell), cells.amount(cell)];
    if ((records === 0 && parts === 0) || !this.grouping.has(cell)) return;
    this.grouping.addTo(this.grouped, cell, sign * records, sign * parts, sign === 1 ? amount : -amount);
  }
}

/** Walking along a chain costs about so many cells in a row. */
export const STEP_ACROSS = 4;

/** How many cells these labels have. */
export function reachOf({ byLabel }: Pick<CellSource, 'byLabel'>, labels: readonly number[]): number {
  return labels.reduce((sum, label) => sum + byLabel.length(label), 0);
}

/** Labels that one audience has and another does not, and the other way round. */
export interface LabelDifference {
  readonly left: readonly number[];
  readonly came: readonly number[];
}

export function labelDifference(from: Audience, to: Audience): LabelDifference {
  return { left: from.labels.filter((label) => !to.has(label)), came: to.labels.filter((label) => !from.has(label)) };
}
