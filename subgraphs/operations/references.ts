import type { ReferenceResolver } from '../../shared/subgraph-server/build-subgraph-schema.js';
import type { OperationsContext } from './context.js';
import { toCriminalGroup } from './criminal-group/criminal-group.view.js';
import { toOperation } from './operation/operation.view.js';

const operation: ReferenceResolver<OperationsContext> = async ({ ref }, { viewer, operations }, runtime) => {
  const found = typeof ref === 'string' ? await operations.load(ref) : null;
  return found === null ? null : toOperation(runtime, viewer, found);
};

const criminalGroup: ReferenceResolver<OperationsContext> = async ({ ref }, { viewer, criminalGroups }, runtime) => {
  const found = typeof ref === 'string' ? await criminalGroups.load(ref) : null;
  return found === null ? null : toCriminalGroup(runtime, viewer, found);
};

export const operationsReferences = { Operation: operation, CriminalGroup: criminalGroup };
