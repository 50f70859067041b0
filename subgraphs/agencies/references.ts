import type { ReferenceResolver } from '../../shared/subgraph-server/build-subgraph-schema.js';
import { findCountry } from '../../shared/reference/countries.js';
import { findCurrency } from '../../shared/reference/currencies.js';
import { assertViewer } from '../../shared/viewer/viewer.js';
import { toAgency } from './agency/agency.view.js';
import type { AgenciesContext } from './context.js';
import { toCountry } from './country/country.view.js';
import { toCurrency } from './currency/currency.view.js';

const agency: ReferenceResolver<AgenciesContext> = async ({ ref }, { viewer, agencies }, runtime) => {
  const found = typeof ref === 'string' ? await agencies.load(ref) : null;
  return found === null ? null : toAgency(runtime, viewer, found);
};

const country: ReferenceResolver<AgenciesContext> = ({ code }, { viewer }) => {
  assertViewer(viewer);
  const record = typeof code === 'string' ? findCountry(code) : undefined;
  return record === undefined ? null : toCountry(record);
};

const currency: ReferenceResolver<AgenciesContext> = ({ code }, { viewer }) => {
  assertViewer(viewer);
  const record = typeof code === 'string' ? findCurrency(code) : undefined;
  return record === undefined ? null : toCurrency(record);
};

export const agenciesReferences = { Agency: agency, Country: country, Currency: currency };
