import type { LedgerEvidence } from '../graph/utxo-source.js';
import type { HaircutArithmetic } from './haircut.js';
import type { Taint } from './taint.js';
import type { EndReason, TraceQuestion } from './trace-question.js';

/** A transfer of which something is tainted. */
export interface TaintedTransfer extends Taint {
  readonly transfer: number;
  /** Transfers from the nearest source. */
  readonly hop: number;
  readonly isSource: boolean;
  /** Why the trace does not go on from it; null where it does. */
  readonly end: EndReason | null;
}

/** What a trace leaves on a holding: forward what it still has, backward what it must have had from the beginning. */
export interface TaintedHolding extends Taint {
  readonly holding: number;
  readonly end: EndReason;
}

/** A trace over accounts, by the numbers of its source; `describeAccountTrace` names them. */
export interface AccountTrace {
  readonly evidence: LedgerEvidence;
  readonly question: TraceQuestion;
  readonly arithmetic: HaircutArithmetic;
  readonly injected: Taint;
  /** In the order of the ledger. */
  readonly transfers: readonly TaintedTransfer[];
  readonly holdings: readonly TaintedHolding[];
  /** Balance changes that were looked at. */
  readonly edges: number;
  readonly notFound: readonly string[];
}
