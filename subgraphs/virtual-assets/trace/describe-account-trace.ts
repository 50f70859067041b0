import type { AccountSource, TransferKind } from '../graph/account-source.js';
import type { AccountTrace } from './account-trace.js';
import { namedTaint, parametersOf, type NamedTaint } from './describe-utxo-trace.js';
import { sumOfTaints } from './sum-of-taints.js';
import { TAINT_RULES } from './taint.js';
import { END_REASONS, type EndReason } from './trace-question.js';

export interface NamedTransfer extends NamedTaint {
  readonly kind: TransferKind;
  readonly hash: string | null;
  readonly block: number | null;
  readonly time: number | null;
  readonly from: string;
  readonly to: string | null;
  readonly asset: string;
  readonly amount: string;
  readonly hop: number;
  readonly end: EndReason | null;
}

/** Sums are of one asset each: nobody adds ether to tokens. */
export interface DescribedAccountTrace {
  readonly evidence: Readonly<Record<string, unknown>>;
  readonly stopped: readonly (NamedTaint & { readonly asset: string; readonly reason: EndReason; readonly places: number })[];
  readonly edges: number;
  readonly notFound: readonly string[];
  readonly transfers: readonly NamedTransfer[];
  readonly holdings: readonly (NamedTaint & { readonly account: string; readonly asset: string; readonly end: EndReason })[];
}

/** A trace over accounts in plain JSON, in a fixed order. Equal questions of equal ledgers give equal bytes. */
export function describeAccountTrace(source: AccountSource, trace: AccountTrace): DescribedAccountTrace {
  return {
    evidence: { ...trace.evidence, rules: TAINT_RULES, haircutArithmetic: trace.arithmetic, parameters: parametersOf(trace.question) },
    stopped: stoppedAt(source, trace),
    edges: trace.edges,
    notFound: trace.notFound,
    transfers: trace.transfers.map((tainted) => {
      const [from, to] = [source.from(tainted.transfer), source.to(tainted.transfer)];
      return {
        kind: source.kind(tainted.transfer), hash: source.hash(tainted.transfer), block: source.block(tainted.transfer), time: source.time(tainted.transfer),
        from: source.account(from), to: to === -1 ? null : source.account(to), asset: source.asset(from), amount: String(source.amount(tainted.transfer)),
        hop: tainted.hop, end: tainted.end, ...namedTaint(tainted),
      };
    }),
    holdings: trace.holdings.map((tainted) => ({ account: source.account(tainted.holding), asset: source.asset(tainted.holding), end: tainted.end, ...namedTaint(tainted) })),
  };
}

function stoppedAt(source: AccountSource, { transfers, holdings }: AccountTrace): DescribedAccountTrace['stopped'] {
  const ends = [
    ...transfers.map((taint) => ({ taint, reason: taint.end, asset: source.asset(source.from(taint.transfer)) })),
    ...holdings.map((taint) => ({ taint, reason: taint.end, asset: source.asset(taint.holding) })),
  ];
  return [...new Set(ends.map(({ asset }) => asset))].sort().flatMap((asset) => END_REASONS.flatMap((reason) => {
    const at = ends.filter((end) => end.asset === asset && end.reason === reason).map(({ taint }) => taint);
    return at.length === 0 ? [] : [{ asset, reason, places: at.length, ...namedTaint(sumOfTaints(at)) }];
  }));
}
