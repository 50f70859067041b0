import { AgencyReference } from '../../../shared/graphql/references/agency.reference.js';
import { CountryReference } from '../../../shared/graphql/references/country.reference.js';
import { toHandling, toReleases } from '../../../shared/record/handling-view.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import { conceptTerm } from '../tag/concept-term.js';
import { bureauOf } from './bureau-of.js';
import type { ReadableExchangeOperator } from './exchange-operator.store.js';
import { ExchangeOperator, OperatorJurisdiction } from './exchange-operator.type.js';

type ViewRuntime = Pick<SubgraphRuntime, 'visible' | 'handling' | 'directory'>;

/** What the world sees of an exchange operator that its store has let through. */
export function toExchangeOperator(runtime: ViewRuntime, viewer: Viewer, { record, versionToken }: ReadableExchangeOperator): ExchangeOperator {
  if (record.handling === null) throw new Error('A shown record has a label.');
  const originator = AgencyReference.readable(viewer, record.originator, runtime.directory(), runtime.visible.facts());
  return Object.assign(new ExchangeOperator(), {
    id: record._id,
    reference: record.reference,
    code: originator === null ? null : `${record.originator}/${record.reference}`,
    originator,
    actor: record.actor,
    name: record.name,
    categories: record.categories.map(conceptTerm),
    jurisdictions: record.jurisdictions.map((country) =>
      Object.assign(new OperatorJurisdiction(), { country: CountryReference.of(country), bureau: bureauOf(runtime, viewer, country) }),
    ),
    webAddresses: [...record.webAddresses],
    context: record.context,
    pack: record.pack,
    handling: toHandling(runtime, viewer, record.handling),
    releases: toReleases(runtime, viewer, record),
    versionToken,
    recordedAt: new Date(record.recordedAt),
  });
}
