import { findCountry } from '../../shared/reference/countries.js';
import { isReadableOperation } from '../../shared/record/readable-operation-key.js';
import type { ReferenceResolver } from '../../shared/subgraph-server/build-subgraph-schema.js';
import { toAsset } from './asset/asset.view.js';
import type { AssetsContext } from './context.js';
import { CountryExtension } from './country/country.type.js';
import { Address } from './address/address.type.js';
import { OperationStub } from './references/operation.stub.js';

const operation: ReferenceResolver<AssetsContext> = ({ ref }, { viewer }, runtime) =>
  isReadableOperation(runtime, viewer, ref) ? OperationStub.of(ref) : null;

/** A public register: a code may always be asked by, and what is counted there is asked of the tallies. */
const country: ReferenceResolver<AssetsContext> = ({ code }) =>
  typeof code === 'string' && findCountry(code) !== undefined ? Object.assign(new CountryExtension(), { code }) : null;

const asset: ReferenceResolver<AssetsContext> = async ({ id }, { viewer, assets }, runtime) => {
  const found = typeof id === 'string' ? await assets.load(id) : null;
  return found === null ? null : toAsset(runtime, viewer, found);
};

/** Public, as a country is: what was seized there is asked of the store. */
const address: ReferenceResolver<AssetsContext> = ({ id }) => Address.ofId(id);

export const assetsReferences = { Operation: operation, Country: country, Asset: asset, Address: address };
