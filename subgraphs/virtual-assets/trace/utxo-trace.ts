import type { LedgerEvidence } from '../graph/utxo-source.js';
import type { HaircutArithmetic } from './haircut.js';
import type { Pieces } from './pieces.js';
import type { Taint } from './taint.js';
import type { EndReason, TraceQuestion } from './trace-question.js';

/** An output of which something is tainted. */
export interface TaintedOutput extends Taint {
  readonly output: number;
  /** Transactions from the nearest source. */
  readonly hop: number;
  readonly isSource: boolean;
  /** Which of its satoshi are tainted by FIFO. */
  readonly pieces: Pieces;
  /** Why the trace does not go on from it; null where it does. */
  end: EndReason | null;
}

/** A transaction that the trace went through. */
export interface TraceStep {
  readonly transaction: number;
  readonly hop: number;
  /** Tainted outputs that it spends, and those that it makes. */
  readonly spent: readonly TaintedOutput[];
  readonly made: readonly TaintedOutput[];
  /** What went to the miner; nothing in a trace backward, which asks where outputs came from. */
  readonly fee: Taint;
  /** What else it spends: from transactions that can be followed to coinbases, and from others. The latter may be tainted, too: nobody can say. */
  readonly otherKnown: bigint;
  readonly otherUnknown: bigint;
}

/** A trace, by the numbers of its source; `describeTrace` names them. */
export interface UtxoTrace {
  readonly evidence: LedgerEvidence;
  readonly question: TraceQuestion;
  readonly arithmetic: HaircutArithmetic;
  /** What the sources put into the trace, beyond what reached them from other sources. */
  readonly injected: Taint;
  readonly outputs: readonly TaintedOutput[];
  readonly steps: readonly TraceStep[];
  /** Inputs and outputs that were looked at. */
  readonly edges: number;
  /** Sources that the ledger does not hold. */
  readonly notFound: readonly string[];
}
