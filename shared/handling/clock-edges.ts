import type { DirectorySnapshot } from '../directory/directory-snapshot.js';
import { ACCEPTANCE_MILLISECONDS, type Grant } from './may-read.js';

/** The earliest instant after `now` at which time alone changes who may read; reviews fall due with a month. */
export function nextEdge(now: number, directory: DirectorySnapshot, grants: Iterable<Grant>): number {
  let edge = startOfNextMonth(now);
  const consider = (instant: number): void => {
    if (instant > now && instant < edge) edge = instant;
  };
  for (const grant of grants) consider(grant.until);
  for (const operation of directory.operations()) {
    for (const { joinedAt, endedAt } of operation.participations) {
      consider(joinedAt);
      consider(joinedAt + ACCEPTANCE_MILLISECONDS);
      if (endedAt !== null) consider(endedAt);
    }
  }
  return edge;
}

function startOfNextMonth(now: number): number {
  const date = new Date(now);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
}
