import type { UtxoSource } from '../graph/utxo-source.js';
import type { UtxoTrace } from './utxo-trace.js';

/** From a source to a target: transactions in their order, each spending an output of the one before it. */
export interface UtxoPath {
  readonly source: string;
  readonly target: string;
  /** Outputs on the way, `txid:vout`, that of the source first and that of the target last. */
  readonly outputs: readonly string[];
}

/**
 * The shortest path from each source of a forward trace to each of the addresses that it reached: many sources and many
 * targets in one pass over the trace. A pair without a path in the data has none here, however likely it seems.
 */
export function utxoPaths(source: UtxoSource, trace: UtxoTrace, targets: readonly string[]): UtxoPath[] {
  const wanted = new Set(targets.map((address) => source.findAddress(address)).filter((address) => address !== -1));
  return trace.outputs.filter(({ isSource }) => isSource).flatMap(({ output }) => pathsFrom(source, trace, output, wanted));
}

function pathsFrom(source: UtxoSource, trace: UtxoTrace, from: number, wanted: ReadonlySet<number>): UtxoPath[] {
  /** By output: how many transactions it is away, and the output before it. Steps stand in the order of the ledger. */
  const reached = new Map<number, { readonly length: number; readonly before: number | null }>([[from, { length: 0, before: null }]]);
  for (const { spent, made } of trace.steps) {
    let nearest: { readonly output: number; readonly length: number } | undefined;
    for (const { output } of spent) {
      const length = reached.get(output)?.length;
      if (length !== undefined && (nearest === undefined || length < nearest.length)) nearest = { output, length };
    }
    if (nearest === undefined) continue;
    for (const { output } of made) if (!reached.has(output)) reached.set(output, { length: nearest.length + 1, before: nearest.output });
  }
  const best = new Map<number, number>();
  for (const [output, { length }] of reached) {
    const address = source.addressOf(output);
    const known = best.get(address);
    if (output !== from && wanted.has(address) && (known === undefined || length < (reached.get(known)?.length ?? 0))) best.set(address, output);
  }
  return [...best].map(([address, output]) => {
    const outputs: string[] = [];
    for (let at: number | null = output; at !== null; at = reached.get(at)?.before ?? null) outputs.push(nameOf(source, at));
    return { source: nameOf(source, from), target: source.address(address), outputs: outputs.reverse() };
  }).sort((a, b) => (a.target < b.target ? -1 : 1));
}

function nameOf(source: UtxoSource, output: number): string {
  const { txid, vout } = source.outpoint(output);
  return `${txid}:${vout}`;
}
