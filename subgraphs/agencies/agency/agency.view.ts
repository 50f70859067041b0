import { codedTerm } from '../../../shared/reference/code-lists.js';
import { findCountry } from '../../../shared/reference/countries.js';
import { toHandling } from '../../../shared/record/handling-view.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import { toCountry } from '../country/country.view.js';
import type { AgencyRecord } from './agency.model.js';
import { Agency } from './agency.type.js';

/** What the world sees of an entry in the register that the store has let through. */
export function toAgency(
  runtime: Pick<SubgraphRuntime, 'visible' | 'handling' | 'directory'>,
  viewer: Viewer,
  record: AgencyRecord,
): Agency {
  const country = record.country === null ? undefined : findCountry(record.country);
  return Object.assign(new Agency(), {
    ref: record._id,
    id: record.publicId,
    code: record._id,
    name: record.name,
    nameLocal: record.nameLocal,
    class: record.class,
    kind: codedTerm('agencyKind', record.kind),
    country: country === undefined ? null : toCountry(country),
    ncb: record.ncb,
    handling: toHandling(runtime, viewer, record.handling),
  });
}
