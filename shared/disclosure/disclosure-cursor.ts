import { CodedError } from '../errors/coded-error.js';

export interface DisclosurePosition {
  readonly at: string;
  readonly id: string;
}

/** Only the instant and the random id of an entry that its reader has seen: nothing that counts other owners' entries. */
export function encodeCursor({ at, id }: DisclosurePosition): string {
  return Buffer.from(JSON.stringify([at, id])).toString('base64url');
}

export function decodeCursor(cursor: string): DisclosurePosition {
  const position = parse(cursor);
  if (!Array.isArray(position) || position.length !== 2) throw badCursor();
  const [at, id] = position as readonly unknown[];
  if (typeof at !== 'string' || typeof id !== 'string') throw badCursor();
  return { at, id };
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw badCursor();
  }
}

function badCursor(): CodedError {
  return new CodedError('BAD_USER_INPUT', 'This cursor is not one that the list gave.');
}
