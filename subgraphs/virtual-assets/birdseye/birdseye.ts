import type { LedgerEvidence } from '../graph/utxo-source.js';
import type { Taint } from '../trace/taint.js';
import type { EndReason } from '../trace/trace-question.js';

/** What is known of an address: from clusters, and from the tags that the reader may see. */
export interface AddressGroup {
  readonly cluster: string | null;
  readonly operator: string | null;
  readonly category: string | null;
}

export type GroupLookup = (address: string) => AddressGroup;

export const FOLD_LEVELS = ['ADDRESS', 'CLUSTER', 'OPERATOR', 'CATEGORY'] as const;
/** An address without an operator counts by its cluster, one without a cluster by itself, one without a category as of no known one. */
export type FoldLevel = (typeof FOLD_LEVELS)[number];

export const FOLD_PERIODS = ['DAY', 'MONTH', 'YEAR'] as const;
/** Of UTC. */
export type FoldPeriod = (typeof FOLD_PERIODS)[number];

export interface FoldRequest {
  readonly level: FoldLevel;
  /** Null: all times together. */
  readonly period: FoldPeriod | null;
  /** At most so many nodes. */
  readonly nodes: number;
  /** Merged groups that are opened, one within the other: what lies outside of the last one becomes one node. */
  readonly unfold: readonly string[];
}

export type NodeKind = 'GROUP' | 'TRANSACTION' | 'NO_ADDRESS' | 'MERGED' | 'OUTSIDE';

export interface FlowNode {
  /** `cluster:…`, `operator:…`, `category:…`, `address:…`, `transaction:…`, or, of merged nodes, `merged:…`. */
  readonly key: string;
  readonly kind: NodeKind;
  readonly category: string | null;
  /** Nodes that were merged into it; 1 for one that stands for itself. */
  readonly members: number;
  readonly injected: Taint;
  /** What came and went between different nodes. */
  readonly received: Taint;
  readonly paid: Taint;
  readonly fees: Taint;
  readonly ended: readonly { readonly reason: EndReason; readonly taint: Taint }[];
}

export interface FlowEdge {
  readonly from: string;
  readonly to: string;
  /** `2022-03`, in the precision that was asked for; null for all times together. */
  readonly period: string | null;
  /** Seconds since 1970 of the first and the last transaction. */
  readonly first: number;
  readonly last: number;
  readonly transactions: number;
  readonly taint: Taint;
}

export interface Birdseye {
  readonly evidence: LedgerEvidence;
  readonly request: FoldRequest;
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
}
