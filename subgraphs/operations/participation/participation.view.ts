import { AgencyReference } from '../../../shared/graphql/references/agency.reference.js';
import { toHandling } from '../../../shared/record/handling-view.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import { handlingOfParticipation } from './participation.handling.js';
import type { ParticipationRecord } from './participation.model.js';
import { Participation } from './participation.type.js';

type ViewRuntime = Pick<SubgraphRuntime, 'visible' | 'handling' | 'directory' | 'ids'>;

export function toParticipation(runtime: ViewRuntime, viewer: Viewer, record: ParticipationRecord): Participation {
  return Object.assign(new Participation(), {
    id: record._id,
    organisation: AgencyReference.readable(viewer, record.organisation, runtime.directory(), runtime.visible.facts()),
    role: record.role,
    founding: record.founding,
    joinedAt: new Date(record.joinedAt),
    endedAt: record.endedAt === null ? null : new Date(record.endedAt),
    handling: toHandling(runtime, viewer, handlingOfParticipation(runtime.directory(), record)),
    version: participationVersion(runtime, record),
  });
}

export function participationVersion(
  { ids }: Pick<SubgraphRuntime, 'ids'>,
  { _id, version }: Pick<ParticipationRecord, '_id' | 'version'>,
): string {
  return ids.version(_id, [version]);
}
