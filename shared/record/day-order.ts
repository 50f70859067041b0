import { connectionOf, pageRequest, type ConnectionOf, type CursorKey, type Page, type PageRequest } from '../graphql/connection.js';
import type { PageArgs } from '../graphql/page.args.js';

interface OnDay {
  readonly day: string;
  readonly _id: string;
}

/** Latest day first, then by id; oldest first is that order backwards, so that one index serves both. */
export const DAY_DESCENDING = { day: -1, _id: 1 } as const;
export const DAY_ASCENDING = { day: 1, _id: -1 } as const;
export const DAY_CURSOR_LENGTH = 2;

export function dayCursorOf({ day, _id }: OnDay): CursorKey {
  return [day, _id];
}

/** The records behind a cursor in an order by day; -1: latest first. */
export function afterDayCursor({ after }: PageRequest, order: 1 | -1): object {
  if (after === null) return {};
  const [day, id] = [String(after[0]), String(after[1])];
  const [dayBehind, idBehind] = order === -1 ? [{ $lt: day }, { $gt: id }] : [{ $gt: day }, { $lt: id }];
  return { $or: [{ day: dayBehind }, { day, _id: idBehind }] };
}

/** Those of the cursor's own day: an index finds where they begin. */
export function behindOnItsDay({ after }: PageRequest, order: 1 | -1): object {
  if (after === null) throw new RangeError('There is no cursor to go on behind.');
  const id = String(after[1]);
  return { day: String(after[0]), _id: order === -1 ? { $gt: id } : { $lt: id } };
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
