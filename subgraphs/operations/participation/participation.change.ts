import type { DraftChange } from '../../../shared/journal/draft.js';
import { toDocument } from '../../../shared/record/journal-writer.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import type { ParticipationRecord } from './participation.model.js';

/** The change that enters a participation. One organisation may take part, leave and take part again. */
export function participationChange(
  { ids }: Pick<SubgraphRuntime, 'ids'>,
  viewer: Viewer,
  participation: Omit<ParticipationRecord, '_id' | 'originator' | 'version'>,
): DraftChange {
  const { operation, organisation, joinedAt } = participation;
  return {
    collection: 'participations',
    id: ids.of(viewer.organisation, 'participations', `${operation}/${organisation}/${joinedAt}`),
    after: toDocument({ ...participation, originator: viewer.organisation, version: 1 }),
  };
}
