import { codedTerm } from '../../../shared/reference/code-lists.js';
import { actionRecordFields, identityPart, type ViewRuntime } from '../../../shared/record/action-record.view.js';
import { isReadableOperation } from '../../../shared/record/readable-operation-key.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import { toPersonIdentity } from '../person/person.view.js';
import { OperationStub } from '../references/operation.stub.js';
import type { ReadableRescue } from './rescue.store.js';
import { Rescue } from './rescue.type.js';

/** What the world sees of a rescue that its store has let through. */
export function toRescue(runtime: ViewRuntime, viewer: Viewer, found: ReadableRescue): Rescue {
  const { operation, victimState, arrest } = found.record;
  return Object.assign(new Rescue(), actionRecordFields(runtime, viewer, found), {
    // Its originator keeps a record under an operation that was closed to it.
    operation: isReadableOperation(runtime, viewer, operation) ? OperationStub.of(operation) : null,
    victimState: codedTerm('victimState', victimState),
    arrestId: arrest,
    person: identityPart(runtime, viewer, found.record, toPersonIdentity),
  });
}
