import type { Fraction } from '../../../shared/money/rational-sum.js';
import type { UtxoSource } from '../graph/utxo-source.js';
import { shorten } from './haircut.js';
import { nameOf } from './source-outputs.js';
import { sumOfTaints } from './sum-of-taints.js';
import { TAINT_RULES, type Taint } from './taint.js';
import { END_REASONS, type EndReason, type TraceQuestion } from './trace-question.js';
import type { TaintedOutput, UtxoTrace } from './utxo-trace.js';

/** An amount of taint in base units as text; haircut as "a/b" in lowest terms, or "a" where it is whole. */
export interface NamedTaint {
  readonly poison: string;
  readonly haircut: string;
  readonly fifo: string;
}

export interface NamedOutput extends NamedTaint {
  readonly txid: string;
  readonly vout: number;
  readonly address: string | null;
  readonly satoshi: string;
  readonly hop: number;
  readonly end: EndReason | null;
}

export interface NamedStep {
  readonly txid: string;
  readonly height: number;
  readonly time: number;
  readonly hop: number;
  /** Names of outputs, `txid:vout`. Which input paid which output nobody can say beyond what the rules say. */
  readonly spent: readonly string[];
  readonly made: readonly string[];
  readonly fee: NamedTaint;
  readonly otherKnown: string;
  readonly otherUnknown: string;
  readonly coinJoin: string | null;
}

/** A trace in plain JSON: the evidence, what was asked, and every place, in a fixed order. Equal questions of equal ledgers give equal bytes. */
export interface DescribedTrace {
  readonly evidence: {
    readonly network: string;
    readonly height: number | null;
    readonly dataVersion: string;
    readonly rules: typeof TAINT_RULES;
    readonly haircutArithmetic: string;
    readonly parameters: Readonly<Record<string, unknown>>;
  };
  readonly injected: NamedTaint;
  /** Where the trace stopped, and what lies there. */
  readonly stopped: readonly (NamedTaint & { readonly reason: EndReason; readonly places: number })[];
  readonly edges: number;
  readonly notFound: readonly string[];
  readonly outputs: readonly NamedOutput[];
  readonly steps: readonly NamedStep[];
}

export function describeUtxoTrace(source: UtxoSource, trace: UtxoTrace): DescribedTrace {
  return {
    evidence: { ...trace.evidence, rules: TAINT_RULES, haircutArithmetic: trace.arithmetic, parameters: parametersOf(trace.question) },
    injected: namedTaint(trace.injected),
    stopped: stoppedAt(trace),
    edges: trace.edges,
    notFound: trace.notFound,
    outputs: trace.outputs.map((tainted) => ({
      ...source.outpoint(tainted.output),
      address: addressOf(source, tainted.output),
      satoshi: String(source.satoshi(tainted.output)),
      hop: tainted.hop,
      end: tainted.end,
      ...namedTaint(tainted),
    })),
    steps: trace.steps.map(({ transaction, hop, spent, made, fee, otherKnown, otherUnknown }) => ({
      txid: source.txid(transaction), height: source.height(transaction), time: source.time(transaction), hop,
      spent: spent.map((tainted) => outpointOf(source, tainted)), made: made.map((tainted) => outpointOf(source, tainted)),
      fee: namedTaint(fee), otherKnown: String(otherKnown), otherUnknown: String(otherUnknown), coinJoin: source.coinJoin(transaction),
    })),
  };
}

/** What was asked, in plain JSON. */
export function parametersOf({ direction, sources, limits, through }: TraceQuestion): Readonly<Record<string, unknown>> {
  return {
    direction,
    sources: sources.map(nameOf),
    budget: limits.budget, hops: limits.hops, from: limits.from, to: limits.to,
    amountFloor: limits.amountFloor === null ? null : String(limits.amountFloor),
    shareFloor: limits.shareFloor === null ? null : fractionText(limits.shareFloor),
    through,
  };
}

function stoppedAt(trace: UtxoTrace): DescribedTrace['stopped'] {
  const fees = trace.steps.map(({ fee }) => fee).filter(({ poison }) => poison > 0n);
  return END_REASONS.flatMap((reason) => {
    const at: readonly Taint[] = reason === 'FEE' ? fees : trace.outputs.filter(({ end }) => end === reason);
    return at.length === 0 ? [] : [{ reason, places: at.length, ...namedTaint(sumOfTaints(at)) }];
  });
}

export function namedTaint({ poison, haircut, fifo }: Taint): NamedTaint {
  return { poison: String(poison), haircut: fractionText(haircut), fifo: String(fifo) };
}

export function fractionText(fraction: Fraction): string {
  const { numerator, denominator } = shorten(fraction);
  return denominator === 1n ? String(numerator) : `${numerator}/${denominator}`;
}

function outpointOf(source: UtxoSource, { output }: TaintedOutput): string {
  const { txid, vout } = source.outpoint(output);
  return `${txid}:${vout}`;
}

function addressOf(source: UtxoSource, output: number): string | null {
  const address = source.addressOf(output);
  return address === -1 ? null : source.address(address);
}
