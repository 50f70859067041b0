import type { CountedFacets } from './tally-kind.js';
import type { ClaimedRecord, ClaimedVersion } from './claim-table.js';

/** Cells and deltas of one kind of record as bytes, apart from all that was only computed from them. */
export interface FrozenCells {
  readonly collection: string;
  readonly columns: readonly string[];
  /** Of each column its values; none for the labels, which all kinds share. */
  readonly values: readonly (readonly (string | null)[])[];
  readonly cells: FrozenColumns;
  readonly codes: Int32Array<ArrayBuffer>;
  readonly deltas: FrozenColumns & { readonly at: Float64Array<ArrayBuffer>; readonly cells: Int32Array<ArrayBuffer> };
  /** Records that may be one event with others, by id. */
  readonly claims: readonly FrozenClaim[];
}

export interface FrozenClaim extends Pick<ClaimedRecord, 'label' | 'statements'> {
  readonly id: string;
  readonly versions: readonly (Pick<ClaimedVersion, 'from' | 'until'> & { readonly facets: CountedFacets })[];
}

export interface FrozenColumns {
  readonly records: Int32Array<ArrayBuffer>;
  readonly parts: Int32Array<ArrayBuffer>;
  /** Amounts that are not zero, by position. */
  readonly amounts: readonly (readonly [position: number, amount: string])[];
}

export function frozenAmounts(amounts: readonly bigint[]): FrozenColumns['amounts'] {
  return amounts.flatMap((amount, position) => (amount === 0n ? [] : [[position, amount.toString()] as const]));
}

export function thawedAmounts(frozen: FrozenColumns['amounts'], length: number): bigint[] {
  const amounts = new Array<bigint>(length).fill(0n);
  for (const [position, amount] of frozen) amounts[position] = BigInt(amount);
  return amounts;
}
