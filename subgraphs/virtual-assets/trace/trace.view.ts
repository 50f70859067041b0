import { codedTerm } from '../../../shared/reference/code-lists.js';
import { roundHalfEven, type Fraction } from '../../../shared/money/rational-sum.js';
import { toAddress } from '../address/address.view.js';
import type { UtxoSource } from '../graph/utxo-source.js';
import { addressOfOutput } from '../ledger/address-of-output.js';
import { fractionText, nameStep } from './describe-utxo-trace.js';
import { nameOf } from './source-outputs.js';
import { TAINT_RULES, type Taint as ExactTaint } from './taint.js';
import { Taint, TracedOutput, TraceEvidence, TraceParameters, TracePath, TraceStep } from './trace.type.js';
import type { TraceQuestion } from './trace-question.js';
import type { ReadTrace } from './tracer.js';
import type { UtxoPath } from './utxo-paths.js';
import type { TaintedOutput, TraceStep as Step } from './utxo-trace.js';

const ROUNDED_DIGITS = 6;

export function toTaint({ poison, haircut, fifo }: ExactTaint): Taint {
  return Object.assign(new Taint(), { poison: String(poison), haircut: fractionText(haircut), haircutRounded: roundedText(haircut), fifo: String(fifo) });
}

export function toTraceEvidence({ trace: { evidence, arithmetic, question }, dataVersion }: ReadTrace): TraceEvidence {
  const { network, height } = evidence;
  return Object.assign(new TraceEvidence(), {
    network: codedTerm('ledgerNetwork', network), height, dataVersion, rules: TAINT_RULES, haircutArithmetic: arithmetic, parameters: toParameters(question),
  });
}

export function toTracedOutput(source: UtxoSource, tainted: TaintedOutput): TracedOutput {
  const { txid, vout } = source.outpoint(tainted.output);
  return Object.assign(new TracedOutput(), {
    transaction: txid, output: vout, address: addressOfOutput(source, tainted.output), satoshi: String(source.satoshi(tainted.output)), hop: tainted.hop, taint: toTaint(tainted), end: tainted.end,
  });
}

export function toTraceStep(source: UtxoSource, step: Step): TraceStep {
  const { txid, time, ...named } = nameStep(source, step);
  return Object.assign(new TraceStep(), { ...named, transaction: txid, time: new Date(time * 1_000), fee: toTaint(step.fee), coinJoin: source.coinJoin(step.transaction) });
}

export function toTracePath({ source, target, outputs }: UtxoPath): TracePath {
  return Object.assign(new TracePath(), { source, target: toAddress({ network: 'BITCOIN', address: target }), outputs: [...outputs] });
}

function toParameters({ direction, sources, limits, through }: TraceQuestion): TraceParameters {
  const { budget, hops, from, to, amountFloor, shareFloor } = limits;
  return Object.assign(new TraceParameters(), {
    direction, sources: sources.map(nameOf), budget, hops, from: instant(from), to: instant(to),
    amountFloor: amountFloor === null ? null : String(amountFloor), shareFloor: shareFloor === null ? null : fractionText(shareFloor), through: [...through],
  });
}

function instant(seconds: number | null): Date | null {
  return seconds === null ? null : new Date(seconds * 1_000);
}

function roundedText({ numerator, denominator }: Fraction): string {
  const digits = String(roundHalfEven({ numerator: numerator * 10n ** BigInt(ROUNDED_DIGITS), denominator })).padStart(ROUNDED_DIGITS + 1, '0');
  return `${digits.slice(0, -ROUNDED_DIGITS)}.${digits.slice(-ROUNDED_DIGITS)}`;
}
