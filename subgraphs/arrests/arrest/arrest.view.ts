import { codedTerm, codedTermOrNull } from '../../../shared/reference/code-lists.js';
import { Evaluation } from '../../../shared/graphql/evaluation.type.js';
import { CountryReference } from '../../../shared/graphql/references/country.reference.js';
import { actionRecordFields, identityPart, type ViewRuntime } from '../../../shared/record/action-record.view.js';
import { isReadableOperation } from '../../../shared/record/readable-operation-key.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import { toPersonIdentity } from '../person/person.view.js';
import { GroupMembership } from '../criminal-group/group-membership.type.js';
import { OperationStub } from '../references/operation.stub.js';
import type { ReadableArrest } from './arrest.store.js';
import { Arrest } from './arrest.type.js';

/** What the world sees of an arrest that its store has let through. */
export function toArrest(runtime: ViewRuntime, viewer: Viewer, found: ReadableArrest): Arrest {
  const { record } = found;
  return Object.assign(new Arrest(), actionRecordFields(runtime, viewer, found), {
    // Its originator keeps a record under an operation that was closed to it.
    operation: isReadableOperation(runtime, viewer, record.operation) ? OperationStub.of(record.operation) : null,
    countriesOfCommission: record.countriesOfCommission.map((code) => CountryReference.of(code)),
    countriesOfVictims: record.countriesOfVictims.map((code) => CountryReference.of(code)),
    crimeType: codedTerm('crimeType', record.crimeType),
    furtherCrimeTypes: record.furtherCrimeTypes.map((code) => codedTerm('crimeType', code)),
    methods: record.methods.map((code) => codedTerm('method', code)),
    contactModes: record.contactModes.map((code) => codedTerm('contactMode', code)),
    role: codedTermOrNull('role', record.role),
    groupMembership: GroupMembership.readable(runtime, viewer, record),
    evaluation: record.evaluation === null ? null : Object.assign(new Evaluation(), record.evaluation),
    suspect: identityPart(runtime, viewer, record, toPersonIdentity),
  });
}
