import type { OrganisationId } from '../../../shared/handling/label.js';
import type { InputIssues } from '../../../shared/record/input-issues.js';
import { custodyAfter, custodyStateOf, standing, type FoundAsset } from './custody-chain.js';
import type { CustodyMoveRecord, HoldingRecord } from './custody.record.js';
import { nextCustodyStates } from './custody-table.js';
import { isNothing } from './lot.js';
import { partToMove } from './part-to-move.js';

/** Every move stays in its record for good, so there is an end to them. */
const MOST_MOVES = 100;

/** What an asset says of its custody. */
export interface AssetCustody extends FoundAsset {
  readonly kind: string;
  readonly day: string;
  readonly custodyState: string;
  readonly holdings: readonly HoldingRecord[];
  readonly moves: readonly CustodyMoveRecord[];
}

type Moved = Pick<AssetCustody, 'custodyState' | 'holdings' | 'moves'>;

/** A move as it is asked for; who, when and under which id is settled. */
export interface AskedMove {
  readonly id: string;
  readonly day: string;
  readonly agency: OrganisationId;
  readonly from: string;
  readonly to: string;
  /** Null where no part is stated in units. */
  readonly quantity: string | null;
  /** Null where no part of the value is stated. */
  readonly amount: string | null;
  readonly at: Date;
}

/** The asset after a move; null, with issues that name the fix, where the table or the day forbids it. */
export function moveAsset(asset: AssetCustody, { id, agency, at, from, to, day, ...part }: AskedMove, issues: InputIssues): Moved | null {
  const lot = asset.holdings.find(({ custodyState }) => custodyState === from);
  if (lot === undefined) {
    issues.add('from', `Nothing of this asset stands in ${from}: its parts stand in ${asset.holdings.map(({ custodyState }) => custodyState).join(' and ')}.`);
    return null;
  }
  checkStep(asset.kind, from, to, issues);
  if (day < asset.day) issues.add('day', `The asset was found on ${asset.day}; it moves on that day or later.`);
  if (asset.moves.length >= MOST_MOVES) issues.add('to', `This asset has ${String(MOST_MOVES)} moves; no more are kept of one record.`);
  const { quantity, value } = lot;
  const moving = partToMove({ quantity, value }, asset, part, issues);
  if (moving === null || issues.list.length > 0) return null;
  if (isNothing(moving)) {
    issues.add('amount', 'This moves nothing: state more than zero.');
    return null;
  }
  const move: CustodyMoveRecord = { ...moving, id, day, agency, from, to, recordedAt: at.toISOString(), retractedAt: null };
  const moves = [...asset.moves, move];
  const { holdings, uncovered } = custodyAfter(asset, moves);
  if (uncovered.length > 0) {
    const others = uncovered.filter((one) => one !== move);
    const because = others.length === 0 ? 'it came there later' : `it went on from there (${others.map(inWords).join('; ')})`;
    issues.add('day', `On ${day} not so much stood in ${from}: ${because}. Correct the day, or move less.`);
    return null;
  }
  return { moves, holdings, custodyState: custodyStateOf(holdings) };
}

/**
 * The asset as if a move had not been made. A wrong move is never mended by a move back; and one on which later moves
 * stand is retracted after them.
 */
export function retractMove(asset: AssetCustody, moveId: string, at: Date, issues: InputIssues): Moved | null {
  const wrong = asset.moves.find(({ id }) => id === moveId);
  if (wrong?.retractedAt !== null) {
    issues.add('moveId', 'This asset has no such move that stands.');
    return null;
  }
  const moves = asset.moves.map((move) => (move === wrong ? { ...move, retractedAt: at.toISOString() } : move));
  const { holdings, uncovered } = custodyAfter(asset, moves);
  if (uncovered.length > 0) {
    issues.add('moveId', `Other moves stand on this one: ${uncovered.map(inWords).join('; ')}. Retract them first.`);
    return null;
  }
  return { moves, holdings, custodyState: custodyStateOf(holdings) };
}

/** What a correction of the asset itself may not make untrue. */
export function checkCustody(asset: AssetCustody, issues: InputIssues): void {
  const moves = standing(asset.moves);
  for (const { from, to } of moves) checkStep(asset.kind, from, to, issues, 'kind');
  const [first] = moves.map(({ day }) => day).toSorted();
  if (first !== undefined && first < asset.day) issues.add('day', `The asset was moved on ${first}: it was found on that day or before.`);
}

function checkStep(kind: string, from: string, to: string, issues: InputIssues, path = 'to'): void {
  const lawful = nextCustodyStates(from, kind);
  if (lawful.includes(to)) return;
  const fix = lawful.length === 0 ? `${from} is final: a wrong move is retracted, never moved back.` : `It may go to ${lawful.join(' or ')}.`;
  issues.add(path, `An asset of kind ${kind} does not go from ${from} to ${to}. ${fix}`);
}

function inWords({ id, day, from, to }: CustodyMoveRecord): string {
  return `${from} to ${to} on ${day}, move ${id}`;
}
