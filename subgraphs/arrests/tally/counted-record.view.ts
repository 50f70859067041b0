import { CountryReference } from '../../../shared/graphql/references/country.reference.js';
import { isReadableOperation } from '../../../shared/record/readable-operation-key.js';
import { codedTermOrNull } from '../../../shared/reference/code-lists.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import type { OpenedTally } from '../../../shared/tally/open-tally.js';
import type { CountedEvidence } from '../../../shared/tally/counted-version.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import { OperationStub } from '../references/operation.stub.js';
import { CountedRecord } from './counted-record.type.js';

/** What the world sees of a counted version that its store has let through. */
export function toCountedRecord(runtime: Pick<SubgraphRuntime, 'directory' | 'visible'>, viewer: Viewer, { countedOnceAs }: Pick<OpenedTally, 'countedOnceAs'>, { id, facets, from, until }: CountedEvidence): CountedRecord {
  const { country, day, operation, codes } = facets;
  return Object.assign(new CountedRecord(), {
    id,
    country: CountryReference.of(country),
    day,
    operation: isReadableOperation(runtime, viewer, operation) ? OperationStub.of(operation) : null,
    crimeType: codedTermOrNull('crimeType', codes.crimeType ?? null),
    role: codedTermOrNull('role', codes.role ?? null),
    victimState: codedTermOrNull('victimState', codes.victimState ?? null),
    countedFrom: from,
    countedUntil: until,
    onceAs: () => countedOnceAs(id),
  });
}
