import type { MoveAssetInput } from '../../subgraphs/assets/custody/custody.inputs.js';
import type { RecordAssetInput } from '../../subgraphs/assets/asset/asset.inputs.js';
import type { Draw } from './draw.js';
import { LAST_INSTANT, REPORTING_INSTANTS, WEEKS_BETWEEN_REPORTS } from './exercise-calendar.js';

/** A move of the custody chain, and the reporting instant at which it is entered. */
export interface CustodyStep {
  readonly instant: number;
  readonly move: Omit<MoveAssetInput, 'id' | 'version'>;
  /** Entered by mistake, and retracted at the next report. */
  readonly retractedAt: number | null;
}

/** Ways on from how an asset was found; a part marked as such goes ahead and leaves the rest behind. */
const WAYS: Readonly<Record<string, readonly (readonly { readonly to: string; readonly part?: true }[])[]>> = {
  FROZEN: [
    [{ to: 'RECOVERED', part: true }, { to: 'RETURNED' }],
    [{ to: 'SEIZED' }, { to: 'FORFEITED' }, { to: 'SOLD' }],
    [{ to: 'RELEASED' }],
    [{ to: 'SEIZED', part: true }, { to: 'FORFEITED' }],
  ],
  INTERCEPTED: [[{ to: 'RETURNED', part: true }], [{ to: 'FROZEN' }, { to: 'RECOVERED' }, { to: 'RETURNED' }], [{ to: 'RETURNED' }]],
  SEIZED: [
    [{ to: 'FORFEITED' }, { to: 'SOLD' }],
    [{ to: 'RECOVERED', part: true }, { to: 'RETURNED' }],
    [{ to: 'RELEASED', part: true }],
    [{ to: 'FORFEITED' }, { to: 'RETURNED' }],
  ],
};
const OF_COUNTERFEIT: (typeof WAYS)[string] = [[{ to: 'DESTROYED' }]];

/** The history of an asset after it was sent; often none yet. */
export function drawCustody(draw: Draw, asset: RecordAssetInput, sentAt: number): CustodyStep[] {
  if (!draw.chance(45)) return [];
  const ways = asset.kind === 'COUNTERFEIT_NOTES' ? OF_COUNTERFEIT : (WAYS[asset.custodyState] ?? []);
  const part = partOf(asset);
  const retracted = draw.chance(5);
  const steps: CustodyStep[] = [];
  let from = asset.custodyState;
  for (const [index, { to, part: partly }] of draw.of(ways).entries()) {
    const instant = sentAt + (index + 1) * WEEKS_BETWEEN_REPORTS;
    if (instant >= LAST_INSTANT || (partly === true && part === null)) break;
    steps.push({
      instant,
      move: { from, to, day: dayBefore(instant), agency: null, ...(partly === true ? part : {}), legalBasis: `Invented order ${String(draw.between(1, 999))} of an exercise court` },
      retractedAt: retracted ? Math.min(instant + WEEKS_BETWEEN_REPORTS, LAST_INSTANT) : null,
    });
    if (retracted) break;
    from = to;
  }
  return steps;
}

/** A part that can be stated exactly: some of several units, and of a value its whole half; null where there is none. */
function partOf({ quantity, value }: RecordAssetInput): Pick<MoveAssetInput, 'quantity' | 'amount'> | null {
  const units = Math.floor(Number(quantity) / 2);
  const half = value == null ? 0n : BigInt(value.amount.split('.')[0] ?? '0') / 2n;
  if (value != null && half === 0n) return null;
  if (value == null) return units === 0 ? null : { quantity: String(units) };
  return units === 0 ? { amount: half.toString() } : { quantity: String(units), amount: half.toString() };
}

function dayBefore(instant: number): string {
  const at = REPORTING_INSTANTS[instant];
  if (at === undefined) throw new RangeError(`There is no reporting instant ${String(instant)}.`);
  return new Date(Date.parse(at) - 86_400_000).toISOString().slice(0, 10);
}
