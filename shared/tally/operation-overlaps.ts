import type { OperationEntry } from '../directory/directory-feed.js';
import type { OperationId } from '../handling/label.js';

/** Two operations in which one event may have been counted twice. */
export interface Overlap {
  readonly first: OperationId;
  readonly second: OperationId;
  /** Days on which both ran, inclusive. */
  readonly from: string;
  readonly to: string;
  /** Crime types against which both went. */
  readonly crimeTypes: readonly string[];
}

type Compared = Pick<OperationEntry, 'id' | 'code' | 'period' | 'crimeTypes'>;

/**
 * The pairs of operations that ran at the same time against the same crime type, ordered by code. It is a note to who
 * adds them up: nobody knows from this whether an event stands in both, so nothing is ever subtracted. A period that
 * is not stated overlaps with nothing that could be told.
 */
export function operationOverlaps(operations: readonly Compared[]): Overlap[] {
  const ordered = operations.toSorted((one, other) => (one.code < other.code ? -1 : 1));
  return ordered.flatMap((first, index) => ordered.slice(index + 1).flatMap((second) => overlapOf(first, second)));
}

function overlapOf(first: Compared, second: Compared): Overlap[] {
  if (first.period === null || second.period === null) return [];
  const from = first.period.from > second.period.from ? first.period.from : second.period.from;
  const to = first.period.to < second.period.to ? first.period.to : second.period.to;
  const crimeTypes = first.crimeTypes.filter((code) => second.crimeTypes.includes(code));
  return from > to || crimeTypes.length === 0 ? [] : [{ first: first.id, second: second.id, from, to, crimeTypes }];
}
