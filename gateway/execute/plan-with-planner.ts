import { QueryPlanner, type PlanNode } from '@graphql-hive/router-query-planner';

export interface PlanRequest {
  readonly source: string;
  readonly operationName: string | null;
  readonly override: Override;
}

/** Which of the supergraph's progressive overrides are in force for one request. */
export interface Override {
  readonly labels: ReadonlySet<string>;
  /** Stands for all draws that lie between the same two thresholds, so that it may be part of a cache key. */
  readonly percentage: number;
}

export interface Planner {
  readonly consumerSdl: string;
  override(): Override;
  plan(request: PlanRequest): Promise<PlanNode | undefined>;
}

export interface PlannerOptions {
  readonly timeoutMilliseconds: number;
  readonly activeLabels: ReadonlySet<string>;
  /** From 0 to below 1. */
  readonly draw: () => number;
}

/**
 * The only file that knows the planner. It crashes the whole process on operations that are not valid (a cycle of
 * fragments is enough), so callers validate first. It plans on a thread of its own and stops when it takes too long.
 */
export function planWithPlanner(supergraphSdl: string, options: PlannerOptions): Planner {
  const planner = new QueryPlanner(supergraphSdl);
  const thresholds = [...planner.overridePercentages].sort((a, b) => a - b);

  return {
    consumerSdl: planner.consumerSchema,

    override() {
      if (thresholds.length === 0) return { labels: options.activeLabels, percentage: 0 };
      return { labels: options.activeLabels, percentage: representative(options.draw() * 100, thresholds) };
    },

    async plan({ source, operationName, override }) {
      const signal = AbortSignal.timeout(options.timeoutMilliseconds);
      const plan = await planner.planAsync(source, operationName, new Set(override.labels), override.percentage, signal);
      return plan.node;
    },
  };
}

/** The middle of the interval between two thresholds in which the draw fell. */
function representative(percentage: number, thresholds: readonly number[]): number {
  const below = thresholds.findLast((threshold) => threshold <= percentage) ?? 0;
  const above = thresholds.find((threshold) => threshold > percentage) ?? 100;
  return (below + above) / 2;
}
