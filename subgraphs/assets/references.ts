import { isReadableOperation } from '../../shared/record/readable-operation-key.js';
import type { ReferenceResolver } from '../../shared/subgraph-server/build-subgraph-schema.js';
import { toAsset } from './asset/asset.view.js';
import type { AssetsContext } from './context.js';
import { OperationStub } from './references/operation.stub.js';

const operation: ReferenceResolver<AssetsContext> = ({ ref }, { viewer }, runtime) =>
  isReadableOperation(runtime, viewer, ref) ? OperationStub.of(ref) : null;

const asset: ReferenceResolver<AssetsContext> = async ({ id }, { viewer, assets }, runtime) => {
  const found = typeof id === 'string' ? await assets.load(id) : null;
  return found === null ? null : toAsset(runtime, viewer, found);
};

export const assetsReferences = { Operation: operation, Asset: asset };
