import { codedTerm } from '../../../shared/reference/code-lists.js';
import { actionRecordFields, identityPart, type ViewRuntime } from '../../../shared/record/action-record.view.js';
import { isReadableOperation } from '../../../shared/record/readable-operation-key.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import { inOrderOfDays } from '../custody/custody-chain.js';
import { toCustodyMove, toHolding } from '../custody/custody.view.js';
import { toAssetIdentifiers } from '../identifiers/identifiers.view.js';
import { toMoney } from '../money/money.view.js';
import { OperationStub } from '../references/operation.stub.js';
import type { ReadableAsset } from './asset.store.js';
import { Asset } from './asset.type.js';

/** What the world sees of an asset that its store has let through. */
export function toAsset(runtime: ViewRuntime, viewer: Viewer, found: ReadableAsset): Asset {
  const { operation, kind, quantity, value, firstCustodyState, custodyState, holdings, moves, legalBases } = found.record;
  return Object.assign(new Asset(), actionRecordFields(runtime, viewer, found), {
    // Its originator keeps a record under an operation that was closed to it.
    operation: isReadableOperation(runtime, viewer, operation) ? OperationStub.of(operation) : null,
    kind: codedTerm('assetKind', kind),
    quantity,
    value: value === null ? null : toMoney(value),
    custodyState: codedTerm('custodyState', custodyState),
    firstCustodyState: codedTerm('custodyState', firstCustodyState),
    holdings: holdings.map(toHolding),
    custodyChain: inOrderOfDays(moves).map((move) => toCustodyMove(runtime, viewer, move, legalBases?.[move.id] ?? null)),
    identifiers: identityPart(runtime, viewer, found.record, (identity, handling) => toAssetIdentifiers(identity, value, handling)),
  });
}
