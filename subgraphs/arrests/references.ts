import { findCountry } from '../../shared/reference/countries.js';
import { readableCriminalGroup } from '../../shared/record/readable-criminal-group.js';
import { isReadableOperation } from '../../shared/record/readable-operation-key.js';
import type { ReferenceResolver } from '../../shared/subgraph-server/build-subgraph-schema.js';
import { toArrest } from './arrest/arrest.view.js';
import type { ArrestsContext } from './context.js';
import { CountryExtension } from './country/country.type.js';
import { CriminalGroupStub } from './references/criminal-group.stub.js';
import { OperationStub } from './references/operation.stub.js';
import { toRescue } from './rescue/rescue.view.js';

const operation: ReferenceResolver<ArrestsContext> = ({ ref }, { viewer }, runtime) =>
  isReadableOperation(runtime, viewer, ref) ? OperationStub.of(ref) : null;

const criminalGroup: ReferenceResolver<ArrestsContext> = ({ ref }, { viewer }, runtime) => {
  const found = readableCriminalGroup(runtime, viewer, ref);
  return found === undefined ? null : CriminalGroupStub.of(found.id);
};

/** A public register: a code may always be asked by, and what is counted there is asked of the tallies. */
const country: ReferenceResolver<ArrestsContext> = ({ code }) =>
  typeof code === 'string' && findCountry(code) !== undefined ? Object.assign(new CountryExtension(), { code }) : null;

const arrest: ReferenceResolver<ArrestsContext> = async ({ id }, { viewer, arrests }, runtime) => {
  const found = typeof id === 'string' ? await arrests.load(id) : null;
  return found === null ? null : toArrest(runtime, viewer, found);
};

const rescue: ReferenceResolver<ArrestsContext> = async ({ id }, { viewer, rescues }, runtime) => {
  const found = typeof id === 'string' ? await rescues.load(id) : null;
  return found === null ? null : toRescue(runtime, viewer, found);
};

export const arrestsReferences = { Operation: operation, CriminalGroup: criminalGroup, Country: country, Arrest: arrest, Rescue: rescue };
