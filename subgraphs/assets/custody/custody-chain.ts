import type { CustodyMoveRecord, HoldingRecord, Lot } from './custody.record.js';
import { CUSTODY_STATES } from './custody-table.js';
import { addQuantities } from './exact-quantity.js';
import { isNothing, joinLots, takeFrom } from './lot.js';

/** An asset as it was found: the whole of it in one state. */
export interface FoundAsset extends Lot {
  readonly firstCustodyState: string;
}

export interface Custody {
  /** At most one for each state, that with the most way still to go first. Together they are the asset. */
  readonly holdings: readonly HoldingRecord[];
  /** Moves that take what does not stand there on their day; none in a lawful chain. */
  readonly uncovered: readonly CustodyMoveRecord[];
}

/**
 * Where the parts of an asset stand after its moves. Moves count in the order of their days, not in that in which they
 * were entered: a part leaves a state only when it has come there.
 */
export function custodyAfter({ firstCustodyState, quantity, value }: FoundAsset, moves: readonly CustodyMoveRecord[]): Custody {
  const lots = new Map<string, Lot>([[firstCustodyState, { quantity: addQuantities(quantity, '0'), value }]]);
  const uncovered: CustodyMoveRecord[] = [];
  for (const move of inOrderOfDays(standing(moves))) {
    const lot = lots.get(move.from);
    const rest = lot === undefined ? null : takeFrom(lot, move);
    if (rest === null) {
      uncovered.push(move);
      continue;
    }
    if (isNothing(rest)) lots.delete(move.from);
    else lots.set(move.from, rest);
    const there = lots.get(move.to);
    lots.set(move.to, there === undefined ? { quantity: move.quantity, value: move.value } : joinLots(there, move));
  }
  const holdings = CUSTODY_STATES.flatMap((custodyState) => {
    const lot = lots.get(custodyState);
    return lot === undefined ? [] : [{ custodyState, ...lot }];
  });
  return { holdings, uncovered };
}

/** Of one day those first that were recorded first. */
export function inOrderOfDays(moves: readonly CustodyMoveRecord[]): readonly CustodyMoveRecord[] {
  return moves.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** Moves that were not taken back. */
export function standing(moves: readonly CustodyMoveRecord[]): readonly CustodyMoveRecord[] {
  return moves.filter(({ retractedAt }) => retractedAt === null);
}

/** The state of the whole, or of the part that has gone the least way. */
export function custodyStateOf([first]: readonly HoldingRecord[]): string {
  if (first === undefined) throw new Error('Every part of an asset stands in some state.');
  return first.custodyState;
}
