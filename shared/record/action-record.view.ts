import type { Handling } from '../graphql/handling.type.js';
import { AgencyReference } from '../graphql/references/agency.reference.js';
import { CountryReference } from '../graphql/references/country.reference.js';
import type { SubgraphRuntime } from '../subgraph-server/subgraph-runtime.js';
import type { Viewer } from '../viewer/viewer.js';
import type { ActionRecord } from './action-record.js';
import type { ActionRecordFields } from './action-record.type.js';
import type { Readable } from './handled-record.js';
import { toHandling, toReleases, toWithheld } from './handling-view.js';

export type ViewRuntime = Pick<SubgraphRuntime, 'visible' | 'handling' | 'directory'>;

/** What every record of an action shows, once its store has let it through. */
export function actionRecordFields(
  runtime: ViewRuntime,
  viewer: Viewer,
  { record, withheld, versionToken }: Readable<ActionRecord<unknown>>,
): Omit<ActionRecordFields, 'version'> {
  if (record.handling === null) throw new Error('A shown record has a label.');
  const agency = (organisation: string): AgencyReference | null =>
    AgencyReference.readable(viewer, organisation, runtime.directory(), runtime.visible.facts());
  return {
    id: record._id,
    reference: record.reference,
    originator: agency(record.originator),
    agency: agency(record.agency),
    country: CountryReference.of(record.country),
    day: record.day,
    handling: toHandling(runtime, viewer, record.handling),
    withheld: toWithheld(runtime, viewer, withheld),
    releases: toReleases(runtime, viewer, record),
    versionToken,
    recordedAt: new Date(record.recordedAt),
    claimed: { originator: record.originator, claims: record.claims ?? [] },
  };
}

/** The identity part with its own handling; null when it is withheld or was not recorded. */
export function identityPart<Identity, Shown>(
  runtime: ViewRuntime,
  viewer: Viewer,
  { identity, identityHandling }: Pick<ActionRecord<Identity>, 'identity' | 'identityHandling'>,
  show: (identity: Identity, handling: Handling) => Shown,
): Shown | null {
  return identity === null || identityHandling === null ? null : show(identity, toHandling(runtime, viewer, identityHandling));
}
