import type { Sum } from '../api/fragments.js';
import type { ConvertedSum, TallyKey } from '../api/tally-documents.js';

/** One number of a tally that is broken down, with the row to which its list is narrowed. */
export interface TalliedRow {
  readonly key: TallyKey;
  readonly count: number;
  readonly sums?: readonly Sum[];
  /** In the currency asked for; null where nothing of it could be converted. */
  readonly converted?: ConvertedSum | null;
}

export interface TalliedCell {
  readonly row: TallyKey;
  readonly column: TallyKey;
  readonly count: number;
  readonly sums?: readonly Sum[];
}

export function keyId({ dimension, value }: TallyKey): string {
  return `${dimension} ${value ?? ''}`;
}

/** The keys of one side of a table, in the order in which they come. */
export function keysOf(cells: readonly TalliedCell[], side: 'row' | 'column'): readonly TallyKey[] {
  return [...new Map(cells.map((cell) => [keyId(cell[side]), cell[side]])).values()];
}
