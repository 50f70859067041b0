import type { DirectorySnapshot } from '../../../shared/directory/directory-snapshot.js';
import { handlingKey, normaliseLabel } from '../../../shared/handling/label.js';
import type { ParticipationRecord } from './participation.model.js';

/** A participation is handled as its operation is now; its own label adds nothing to that. */
export function handlingOfParticipation(directory: DirectorySnapshot, { operation, handling }: Pick<ParticipationRecord, 'operation' | 'handling'>): string {
  const label = directory.operation(operation)?.label;
  return label === undefined ? handling : handlingKey(normaliseLabel(label), null);
}
