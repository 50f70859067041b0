import { connectionOf, pageRequest, type ConnectionOf, type CursorKey, type Page, type PageRequest } from '../graphql/connection.js';
import type { PageArgs } from '../graphql/page.args.js';

interface OnDay {
  readonly day: string;
  readonly _id: string;
}

/** Latest day first, then by id: the order of every list of records. */
export const DAY_DESCENDING = { day: -1, _id: 1 } as const;
export const DAY_CURSOR_LENGTH = 2;

export function dayCursorOf({ day, _id }: OnDay): CursorKey {
  return [day, _id];
}

/** The records behind a cursor in that order. */
export function afterDayCursor({ after }: PageRequest): object {
  if (after === null) return {};
  const [day, id] = after;
  return { $or: [{ day: { $lt: String(day) } }, { day: String(day), _id: { $gt: String(id) } }] };
}

/** A page in that order. */
export async function pageByDay<Found extends { readonly record: OnDay }, Node>(
  { first, after }: PageArgs,
  find: (request: PageRequest) => Promise<Page<Found>>,
  toNode: (found: Found) => Node,
): Promise<ConnectionOf<Node>> {
  const request = pageRequest(first, after, DAY_CURSOR_LENGTH);
  return connectionOf(await find(request), request, ({ record }) => dayCursorOf(record), toNode);
}
