import { AgencyReference } from '../../../shared/graphql/references/agency.reference.js';
import type { ViewRuntime } from '../../../shared/record/action-record.view.js';
import { codedTerm } from '../../../shared/reference/code-lists.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import { toMoney } from '../money/money.view.js';
import type { CustodyMoveRecord, HoldingRecord } from './custody.record.js';
import { AssetHolding, CustodyMove } from './custody.type.js';

export function toHolding({ custodyState, quantity, value }: HoldingRecord): AssetHolding {
  return Object.assign(new AssetHolding(), {
    custodyState: codedTerm('custodyState', custodyState),
    quantity,
    value: value === null ? null : toMoney(value),
  });
}

/** What the world sees of a move of an asset that has been let through; `legalBasis` is null where it is withheld. */
export function toCustodyMove(
  { directory, visible }: Pick<ViewRuntime, 'directory' | 'visible'>,
  viewer: Viewer,
  { agency, from, to, value, recordedAt, retractedAt, id, day, quantity }: CustodyMoveRecord,
  legalBasis: string | null,
): CustodyMove {
  return Object.assign(new CustodyMove(), {
    id,
    day,
    agency: AgencyReference.readable(viewer, agency, directory(), visible.facts()),
    from: codedTerm('custodyState', from),
    to: codedTerm('custodyState', to),
    quantity,
    value: value === null ? null : toMoney(value),
    legalBasis,
    recordedAt: new Date(recordedAt),
    retractedAt: retractedAt === null ? null : new Date(retractedAt),
  });
}
