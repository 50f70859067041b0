import type { Network } from '../ledger/network.js';
import type { LedgerFinding } from './ledger-finding.js';

/** Columns in memory that any thread can lay a graph over. */
export interface SharedGraph {
  readonly network: Network;
  readonly memory: SharedArrayBuffer;
  readonly lengths: Readonly<Record<string, number>>;
  readonly dataVersion: string;
  readonly summary: Readonly<Record<string, number>>;
}

interface Place {
  readonly network: Network;
  readonly path: string;
  readonly state: string;
  readonly layout: string;
}

export type GraphRequest =
  | ({ readonly kind: 'load' } & Place)
  | { readonly kind: 'chunk'; readonly source: string; readonly payload: Uint8Array }
  | ({ readonly kind: 'build' } & Place);

export interface GraphReport {
  /** Null when there was nothing to load. */
  readonly shared: SharedGraph | null;
  readonly findings: readonly LedgerFinding[];
  readonly findingCount: number;
}
