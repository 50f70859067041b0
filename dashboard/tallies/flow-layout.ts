import { sankey, sankeyLinkHorizontal } from 'd3-sankey';
import type { TallyKey } from '../api/tally-documents.js';
import { keyId, keysOf, type TalliedCell } from './tallied.js';

export interface FlowNode {
  readonly id: string;
  /** Null for where everything begins: what was found. */
  readonly key: TallyKey | null;
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

export interface FlowLink {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly path: string;
  readonly width: number;
}

export interface Flow {
  readonly nodes: readonly FlowNode[];
  readonly links: readonly FlowLink[];
}

const FOUND = 'found';
const NODE_WIDTH = 10;
const NODE_GAP = 14;

interface NodeOf {
  readonly id: string;
  readonly key: TallyKey | null;
}
type LinkOf = object;

/**
 * What was found, by kind, and where it stands now: left to right. `weigh` gives the width of a cell. Widths are
 * pixels and may be rounded; every number that is shown comes from the tally itself.
 */
export function flowLayout(cells: readonly TalliedCell[], weigh: (cell: TalliedCell) => number, width: number, height: number): Flow {
  const weighed = cells.map((cell) => ({ cell, weight: weigh(cell) })).filter(({ weight }) => weight > 0);
  const used = weighed.map(({ cell }) => cell);
  if (used.length === 0) return { nodes: [], links: [] };
  const kinds = keysOf(used, 'row');
  const nodes: NodeOf[] = [{ id: FOUND, key: null }, ...[...kinds, ...keysOf(used, 'column')].map((key) => ({ id: keyId(key), key }))];
  const fromFound = kinds.map((kind) => ({
    source: FOUND,
    target: keyId(kind),
    value: weighed.filter(({ cell }) => keyId(cell.row) === keyId(kind)).reduce((sum, { weight }) => sum + weight, 0),
  }));
  const onward = weighed.map(({ cell, weight }) => ({ source: keyId(cell.row), target: keyId(cell.column), value: weight }));
  const laid = sankey<NodeOf, LinkOf>()
    .nodeId(({ id }) => id)
    .nodeWidth(NODE_WIDTH)
    .nodePadding(NODE_GAP)
    .extent([[0, NODE_GAP], [width, height - NODE_GAP]])({ nodes: nodes.map((node) => ({ ...node })), links: [...fromFound, ...onward] });
  const path = sankeyLinkHorizontal<NodeOf, LinkOf>();
  return {
    nodes: laid.nodes.map(({ id, key, x0 = 0, x1 = 0, y0 = 0, y1 = 0 }) => ({ id, key, x0, x1, y0, y1 })),
    links: laid.links.map((link) => {
      const [from, to] = [idOf(link.source), idOf(link.target)];
      return { id: `${from}>${to}`, from, to, path: path(link) ?? '', width: Math.max(1, link.width ?? 0) };
    }),
  };
}

function idOf(end: NodeOf | string | number): string {
  return typeof end === 'object' ? end.id : String(end);
}
