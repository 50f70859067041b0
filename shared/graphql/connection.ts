import { Directive, Field, ObjectType, type ClassType } from 'type-graphql';
import { CodedError } from '../errors/coded-error.js';

/** Relay Cursor Connections. There is no total here: counting is the tallies' work. */
export const PAGE_SIZE_DEFAULT = 50;
export const PAGE_SIZE_LIMIT = 100;

@ObjectType({ description: 'Where a page of a connection stands (Relay Cursor Connections).' })
@Directive('@shareable')
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more items follow.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether the page was asked for with `after`.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first item; null on an empty page.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last item; null on an empty page.' })
  endCursor!: string | null;
}

export interface EdgeOf<Node> {
  cursor: string;
  node: Node;
}

export interface ConnectionOf<Node> {
  edges: EdgeOf<Node>[];
  pageInfo: PageInfo;
}

/** The connection and edge types of one node type; `plural` is used in the descriptions. */
export function connectionType<Node extends object>(node: ClassType<Node>, name: string, plural: string): ClassType<ConnectionOf<Node>> {
  @ObjectType(`${name}Edge`, { description: `One of the ${plural} on a page.` })
  class Edge {
    @Field(() => String, { description: 'Where this item stands; pass it as `after` to go on behind it.' })
    cursor!: string;

    @Field(() => node, { description: 'The item.' })
    node!: Node;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${plural} that you may read.` })
  class Connection {
    @Field(() => [Edge], { description: 'The items in order.' })
    edges!: Edge[];

    @Field(() => PageInfo, { description: 'Where this page stands.' })
    pageInfo!: PageInfo;
  }
  return Connection;
}

/** Where a page begins: the sort key of the item before it, as plain JSON values. */
export type CursorKey = readonly (string | number | null)[];

export interface PageRequest {
  readonly first: number;
  readonly after: CursorKey | null;
}

/** Reads `first` and `after`; throws BAD_USER_INPUT that names the argument and the fix. */
export function pageRequest(first: number | null | undefined, after: string | null | undefined, keyLength: number): PageRequest {
  const size = first ?? PAGE_SIZE_DEFAULT;
  if (size < 1 || size > PAGE_SIZE_LIMIT) {
    throw new CodedError('BAD_USER_INPUT', `\`first\` must lie between 1 and ${String(PAGE_SIZE_LIMIT)}.`);
  }
  return { first: size, after: after === null || after === undefined ? null : decodeCursor(after, keyLength) };
}

/** A cursor holds only the sort key of an item that its reader has seen; seeking with another's shows nothing new. */
export function encodeCursor(key: CursorKey): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

function decodeCursor(cursor: string, keyLength: number): CursorKey {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(key) && key.length === keyLength && key.every(isKeyPart)) return key;
  } catch {
    // falls through to the one answer for every cursor that cannot be read
  }
  throw new CodedError('BAD_USER_INPUT', '`after` is not a cursor of this list: use `pageInfo.endCursor` of the page before.');
}

function isKeyPart(value: unknown): value is string | number | null {
  return typeof value === 'string' || typeof value === 'number' || value === null;
}

/** The items of one page, and whether more follow. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly hasNextPage: boolean;
}

/** Builds a page from one item more than was asked for. */
export function toConnection<Item, Node>(
  items: readonly Item[],
  request: PageRequest,
  keyOf: (item: Item) => CursorKey,
  toNode: (item: Item) => Node,
): ConnectionOf<Node> {
  return connectionOf({ items: items.slice(0, request.first), hasNextPage: items.length > request.first }, request, keyOf, toNode);
}

export function connectionOf<Item, Node>(
  { items, hasNextPage }: Page<Item>,
  request: PageRequest,
  keyOf: (item: Item) => CursorKey,
  toNode: (item: Item) => Node,
): ConnectionOf<Node> {
  const edges = items.map((item) => ({ cursor: encodeCursor(keyOf(item)), node: toNode(item) }));
  return {
    edges,
    pageInfo: {
      hasNextPage,
      hasPreviousPage: request.after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** Pages through a list that is wholly in memory, ordered ascending by its key. */
export function pageOfList<Item, Node>(
  items: readonly Item[],
  request: PageRequest,
  keyOf: (item: Item) => CursorKey,
  toNode: (item: Item) => Node,
): ConnectionOf<Node> {
  const { after } = request;
  const rest = after === null ? items : items.filter((item) => compareKeys(keyOf(item), after) > 0);
  return toConnection(rest.slice(0, request.first + 1), request, keyOf, toNode);
}

export function compareKeys(left: CursorKey, right: CursorKey): number {
  for (const [index, a] of left.entries()) {
    const b = right[index];
    if (a === b || b === undefined) continue;
    if (a === null) return 1;
    if (b === null) return -1;
    return a < b ? -1 : 1;
  }
  return 0;
}

export const FIRST_DESCRIPTION = `How many items, 1 to ${String(PAGE_SIZE_LIMIT)}.`;
export const AFTER_DESCRIPTION = 'Cursor of the item after which the page begins.';
