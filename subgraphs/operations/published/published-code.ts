import { createHash } from 'node:crypto';
import type { DirectorySnapshot } from '../../../shared/directory/directory-snapshot.js';
import { operationCode } from '../operation/operation-code.js';
import type { PublishedOperation } from './published-file.js';

/** Who originates an entry whose first coordinator is not in the register. */
export const IMPORTER = 'interpol';

export interface PublishedPlace {
  readonly originator: string;
  readonly code: string;
  /** The coordinator that no register knows; null where the originator is the coordinator. */
  readonly unknownCoordinator: string | null;
}

/**
 * Whose an entry is, and its code. Under the importer, an unknown coordinator has a code space of its own, so that
 * whoever writes a file can name INTERPOL's own operations only in INTERPOL's name.
 */
export function placeOf(operation: PublishedOperation, directory: DirectorySnapshot): PublishedPlace {
  const [first = ''] = coordinatorsOf(operation);
  const body = slug(first);
  const reference = slug(operation.id);
  if (directory.organisation(body)?.class === 'COORDINATING_BODY') return { originator: body, code: operationCode(body, reference), unknownCoordinator: null };
  const space = body === '' ? createHash('sha256').update(first).digest('hex').slice(0, 8) : body;
  return { originator: IMPORTER, code: operationCode(IMPORTER, `${space}-${reference}`), unknownCoordinator: first };
}

export function coordinatorsOf({ coordinator }: Pick<PublishedOperation, 'coordinator'>): string[] {
  return coordinator.split('+').map((name) => name.trim()).filter((name) => name !== '');
}

/** Whether two publications name the same coordinator first; how it is spelt in capitals says nothing. */
export function sameCoordinator(left: readonly string[], right: readonly string[]): boolean {
  return left[0]?.toLowerCase() === right[0]?.toLowerCase();
}

function slug(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
}
