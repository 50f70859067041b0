import { codedTerm } from '../../../shared/reference/code-lists.js';
import { actionRecordFields, identityPart, type ViewRuntime } from '../../../shared/record/action-record.view.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import { toAssetIdentifiers } from '../identifiers/identifiers.view.js';
import { toMoney } from '../money/money.view.js';
import { OperationStub } from '../references/operation.stub.js';
import type { ReadableAsset } from './asset.store.js';
import { Asset } from './asset.type.js';

/** What the world sees of an asset that its store has let through. */
export function toAsset(runtime: ViewRuntime, viewer: Viewer, found: ReadableAsset): Asset {
  const { operation, kind, quantity, value, custodyState } = found.record;
  return Object.assign(new Asset(), {
    ...actionRecordFields(runtime, viewer, found),
    // A record under an operation is visible only together with that operation.
    operation: operation === null ? null : OperationStub.of(operation),
    kind: codedTerm('assetKind', kind),
    quantity,
    value: value === null ? null : toMoney(value),
    custodyState: codedTerm('custodyState', custodyState),
    identifiers: identityPart(runtime, viewer, found.record, toAssetIdentifiers),
  });
}
