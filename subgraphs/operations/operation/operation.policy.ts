import type { DirectorySnapshot } from '../../../shared/directory/directory-snapshot.js';
import { refusalToAct } from '../../../shared/viewer/may-act.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';

/** Why a viewer may not register operations, or null. Registrars of coordinating bodies and of bureaus may. */
export function refusalToRegister(viewer: Viewer, directory: DirectorySnapshot): string | null {
  const organisation = directory.organisation(viewer.organisation);
  if (organisation === undefined) return 'Your organisation is not in the register.';
  if (organisation.class !== 'COORDINATING_BODY' && !organisation.ncb) return 'Only coordinating bodies and National Central Bureaus register operations.';
  return refusalToAct(viewer, 'registrar');
}

/** Why a viewer may not enter participations and figures of an operation, or null: its coordinating body and its leads may. */
export function refusalToEnter(viewer: Viewer, operation: string, directory: DirectorySnapshot, now: number): string | null {
  const coordinates = directory.operation(operation)?.coordinatingBody === viewer.organisation;
  const leads = directory
    .participations(operation, viewer.organisation)
    .some(({ role, joinedAt, endedAt }) => role === 'LEAD' && joinedAt <= now && (endedAt === null || now < endedAt));
  if (!coordinates && !leads) return 'Only the coordinating body and the organisations that lead the operation do this.';
  return refusalToAct(viewer, 'registrar');
}
