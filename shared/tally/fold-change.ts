import type { AppliedChange } from '../journal/applied-entry.js';
import type { JournalDocument } from '../journal/json.js';
import type { CellShape } from './cell-shape.js';
import type { CellTable } from './cell-table.js';
import { net, type Delta } from './delta-log.js';
import type { CountedFacets, CountedRecord, TallyKind } from './tally-kind.js';

/** What an entry does to the cells of one kind of record. */
export interface Folded {
  /** To what they hold now; `at` says nothing here. */
  readonly present: readonly Delta[];
  /** To what they held at each instant. */
  readonly past: readonly Delta[];
}

/** One version of a record, counted under a label from one instant until another. */
export interface Contribution {
  readonly label: string;
  readonly facets: CountedFacets;
  readonly from: number;
  /** Null while it counts. */
  readonly until: number | null;
}

/**
 * What changes of records do to the cells: everything that they contributed before is taken back, at the instants at
 * which it counted, and what they contribute now is added, netted. It looks at nothing but the entry, and changes
 * nothing but that it makes room for cells.
 */
export function foldChanges(kind: TallyKind<never>, shape: CellShape, cells: CellTable, changes: readonly Pick<AppliedChange, 'before' | 'after'>[]): Folded {
  const present: Delta[] = [];
  const past: Delta[] = [];
  const codes = new Int32Array(shape.width);
  for (const { before, after } of changes) {
    for (const [document, sign] of [[before, -1], [after, 1]] as const) {
      for (const { label, facets, from, until } of contributionsOf(kind, document)) {
        for (const { records, parts, amount, cell } of lotsOf(shape, cells, label, facets, codes)) {
          const weight = { cell, records: sign * records, parts: sign * parts, amount: BigInt(sign) * amount };
          past.push({ at: from, ...weight });
          if (until === null) present.push({ at: 0, ...weight });
          else past.push({ at: until, cell, records: -weight.records, parts: -weight.parts, amount: -weight.amount });
        }
      }
    }
  }
  return { present: net(present), past: netByInstant(past) };
}

export function contributionsOf(kind: TallyKind<never>, document: JournalDocument | null): Contribution[] {
  if (document === null) return [];
  const { countedUnder, countedSince, past } = document as unknown as CountedRecord;
  if (countedUnder === null) return [];
  const contributions = past.map(({ from, until, facets }): Contribution => ({ label: countedUnder, facets, from: instantOf(from), until: instantOf(until) }));
  if (countedSince === null) return contributions;
  return [...contributions, { label: countedUnder, facets: kind.facetsOf(document as never), from: instantOf(countedSince), until: null }];
}

/** Of several lots one weighs as the record, the first with a value, so that the record is counted once and with its value. */
export function lotsOf(shape: CellShape, cells: CellTable, label: string, facets: CountedFacets, codes: Int32Array): Omit<Delta, 'at'>[] {
  const weighing = Math.max(0, facets.lots.findIndex(({ value }) => value !== null));
  return facets.lots.map((lot, index) => {
    shape.encode(label, facets, lot, codes);
    const amount = lot.value === null ? 0n : BigInt(lot.value.minorUnits);
    return { cell: cells.cellOf(codes), records: index === weighing ? 1 : 0, parts: 1, amount };
  });
}

function netByInstant(deltas: readonly Delta[]): Delta[] {
  const instants = new Map<number, Delta[]>();
  for (const delta of deltas) {
    const together = instants.get(delta.at);
    if (together === undefined) instants.set(delta.at, [delta]);
    else together.push(delta);
  }
  return [...instants].sort(([one], [other]) => one - other).flatMap(([, together]) => net(together));
}

export function instantOf(text: string): number {
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) throw new RangeError(`${text} is no instant.`);
  return instant;
}
