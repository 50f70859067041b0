import type { UtxoSource } from '../graph/utxo-source.js';
import { compareFractions, NOTHING, withHaircut, type Haircut } from './haircut.js';
import { Heap } from './heap.js';
import { appendPieces, cutPieces, NO_PIECES, piecesLength, wholePiece, type Pieces } from './pieces.js';
import { sourceOutputs } from './source-outputs.js';
import type { Taint } from './taint.js';
import type { EndReason, IsService, TraceQuestion } from './trace-question.js';
import type { TaintedOutput, TraceStep, UtxoTrace } from './utxo-trace.js';

/**
 * Follows money over a ledger of outputs, under all three rules at once. Transactions are taken in the order of the
 * ledger (backward: against it), so that everything that taints one is known when its turn comes; each is taken once.
 * The same question over the same ledger gives the same trace, to the last bit.
 */
export function traceUtxo(source: UtxoSource, question: TraceQuestion, isService: IsService): UtxoTrace {
  return withHaircut((haircut) => new UtxoTracer(source, question, isService, haircut).run());
}

/** What the rules say of one amount before it is known where it ends. */
interface Share {
  readonly haircut: Taint['haircut'];
  readonly pieces: Pieces;
}

class UtxoTracer {
  readonly #source: UtxoSource;
  readonly #question: TraceQuestion;
  readonly #isService: IsService;
  readonly #haircut: Haircut;
  readonly #forward: boolean;
  readonly #sources: ReadonlySet<number>;
  readonly #notFound: readonly string[];
  readonly #tainted = new Map<number, TaintedOutput>();
  readonly #steps: TraceStep[] = [];
  /** Transactions to be taken: forward by their number, backward by its negative. */
  readonly #heap = new Heap();
  readonly #queued = new Set<number>();
  readonly #through: ReadonlySet<number>;
  readonly #arrivedAtSources: Taint[] = [];
  #edges = 0;

  constructor(source: UtxoSource, question: TraceQuestion, isService: IsService, haircut: Haircut) {
    [this.#source, this.#question, this.#isService, this.#haircut] = [source, question, isService, haircut];
    this.#forward = question.direction === 'FORWARD';
    const { outputs, notFound } = sourceOutputs(source, question);
    [this.#sources, this.#notFound] = [new Set(outputs), notFound];
    this.#through = new Set(question.through.map((address) => source.findAddress(address)).filter((address) => address !== -1));
  }

  run(): UtxoTrace {
    for (const output of this.#sources) this.#taint(output, 0, { haircut: NOTHING, pieces: NO_PIECES });
    for (let next = this.#heap.pop(); next !== undefined; next = this.#heap.pop()) {
      const transaction = this.#forward ? next : -next;
      const size = this.#size(transaction);
      if (this.#edges + size > this.#question.limits.budget) {
        this.#breakOff(transaction);
        break;
      }
      this.#edges += size;
      this.#steps.push(this.#forward ? this.#stepForward(transaction) : this.#stepBackward(transaction));
    }
    const outputs = [...this.#tainted.values()].sort((a, b) => a.output - b.output);
    return {
      evidence: this.#source.evidence, question: this.#question, arithmetic: this.#haircut.arithmetic, injected: this.#injected(outputs),
      outputs, steps: this.#steps, edges: this.#edges, notFound: this.#notFound,
    };
  }

  #size(transaction: number): number {
    const source = this.#source;
    return source.inputEnd(transaction) - source.inputStart(transaction) + source.outputEnd(transaction) - source.outputStart(transaction);
  }

  #stepForward(transaction: number): TraceStep {
    const source = this.#source;
    const spent: TaintedOutput[] = [];
    const line: number[] = [];
    let [total, hop, otherKnown, otherUnknown] = [0, Infinity, 0, 0];
    for (let place = source.inputStart(transaction); place < source.inputEnd(transaction); place += 1) {
      const output = source.spentAt(place);
      const tainted = this.#tainted.get(output);
      if (tainted?.end === null) {
        spent.push(tainted);
        hop = Math.min(hop, tainted.hop + 1);
        appendPieces(line, tainted.pieces, total);
      } else if (tainted === undefined) {
        const maker = source.madeBy(output);
        if (maker !== -1 && source.isOriginKnown(maker)) otherKnown += source.satoshi(output);
        else otherUnknown += source.satoshi(output);
      }
      total += source.satoshi(output);
    }
    const [first, end] = [source.outputStart(transaction), source.outputEnd(transaction)];
    const satoshi = Array.from({ length: end - first }, (_, index) => source.satoshi(first + index));
    const fee = total - satoshi.reduce((sum, amount) => sum + amount, 0);
    const shares = this.#shares(spent, line, [...satoshi, fee], total);
    const made = this.#spread(shares.slice(0, -1), satoshi, hop, (index) => first + index);
    const feeShare = shares.at(-1) ?? { haircut: NOTHING, pieces: NO_PIECES };
    return {
      transaction, hop, spent, made, otherKnown: BigInt(otherKnown), otherUnknown: BigInt(otherUnknown),
      fee: { poison: BigInt(fee), haircut: feeShare.haircut, fifo: BigInt(piecesLength(feeShare.pieces)) },
    };
  }

  #stepBackward(transaction: number): TraceStep {
    const source = this.#source;
    const made: TaintedOutput[] = [];
    const line: number[] = [];
    let [paid, hop] = [0, Infinity];
    for (let output = source.outputStart(transaction); output < source.outputEnd(transaction); output += 1) {
      const tainted = this.#tainted.get(output);
      if (tainted?.end === null) {
        made.push(tainted);
        hop = Math.min(hop, tainted.hop + 1);
        appendPieces(line, tainted.pieces, paid);
      }
      paid += source.satoshi(output);
    }
    const first = source.inputStart(transaction);
    const satoshi = Array.from({ length: source.inputEnd(transaction) - first }, (_, index) => source.satoshi(source.spentAt(first + index)));
    const shares = this.#shares(made, line, satoshi, satoshi.reduce((sum, amount) => sum + amount, 0));
    const spent = this.#spread(shares, satoshi, hop, (index) => source.spentAt(first + index));
    return { transaction, hop, spent, made, otherKnown: 0n, otherUnknown: 0n, fee: { poison: 0n, haircut: NOTHING, fifo: 0n } };
  }

  #shares(from: readonly TaintedOutput[], line: Pieces, amounts: readonly number[], total: number): Share[] {
    const tainted = this.#haircut.sum(from.map(({ haircut }) => haircut));
    const haircuts = this.#haircut.deal(tainted, amounts.map(BigInt), BigInt(total));
    const pieces = cutPieces(line, amounts);
    return amounts.map((_, index) => ({ haircut: haircuts[index] ?? NOTHING, pieces: pieces[index] ?? NO_PIECES }));
  }

  /** Outputs of nothing carry nothing. */
  #spread(shares: readonly Share[], satoshi: readonly number[], hop: number, outputAt: (index: number) => number): TaintedOutput[] {
    return shares.flatMap((share, index) => (satoshi[index] === 0 ? [] : [this.#taint(outputAt(index), hop, share)]));
  }

  /** A source is tainted as a whole, whatever of it comes from other sources. */
  #taint(output: number, hop: number, { haircut, pieces }: Share): TaintedOutput {
    const known = this.#tainted.get(output);
    const satoshi = this.#source.satoshi(output);
    if (known !== undefined) {
      // Only a source is met twice. The step that comes to it shows what came.
      const arrived = { ...known, haircut, pieces, fifo: BigInt(piecesLength(pieces)) };
      this.#arrivedAtSources.push(arrived);
      return arrived;
    }
    const isSource = this.#sources.has(output);
    const tainted: TaintedOutput = isSource
      ? { output, hop: 0, isSource, poison: BigInt(satoshi), haircut: this.#haircut.whole(BigInt(satoshi)), fifo: BigInt(satoshi), pieces: wholePiece(satoshi), end: null }
      : { output, hop, isSource, poison: BigInt(satoshi), haircut, fifo: BigInt(piecesLength(pieces)), pieces, end: null };
    this.#tainted.set(output, tainted);
    tainted.end = this.#endOf(tainted, satoshi);
    const next = this.#next(output);
    if (tainted.end === null && !this.#queued.has(next)) {
      this.#queued.add(next);
      this.#heap.push(this.#forward ? next : -next);
    }
    return tainted;
  }

  /** The transaction that money comes to next, against or along its way. */
  #next(output: number): number {
    return this.#forward ? this.#source.spentBy(output) : this.#source.madeBy(output);
  }

  #endOf(tainted: TaintedOutput, satoshi: number): EndReason | null {
    const { limits } = this.#question;
    const address = this.#source.addressOf(tainted.output);
    if (!tainted.isSource && address !== -1 && !this.#through.has(address) && this.#isService(this.#source.address(address))) return 'SERVICE';
    const next = this.#next(tainted.output);
    if (next === -1) return this.#forward ? 'UNSPENT' : 'UNKNOWN_ORIGIN';
    if (!this.#forward && this.#source.isCoinbase(next)) return 'MINED';
    if (isBelowFloor(tainted, BigInt(satoshi), limits)) return 'FLOOR';
    const time = this.#source.time(next);
    if ((limits.from !== null && time < limits.from) || (limits.to !== null && time > limits.to)) return 'WINDOW';
    return limits.hops !== null && tainted.hop >= limits.hops ? 'HOPS' : null;
  }

  /** The budget does not reach for this transaction, nor for those after it. */
  #breakOff(transaction: number): void {
    const left = new Set([transaction]);
    for (let next = this.#heap.pop(); next !== undefined; next = this.#heap.pop()) left.add(this.#forward ? next : -next);
    for (const tainted of this.#tainted.values()) if (tainted.end === null && left.has(this.#next(tainted.output))) tainted.end = 'BUDGET';
  }

  #injected(outputs: readonly TaintedOutput[]): Taint {
    const sources = outputs.filter(({ isSource }) => isSource);
    const [given, arrived] = [sources, this.#arrivedAtSources].map((taints): Taint => ({
      poison: taints.reduce((sum, { poison }) => sum + poison, 0n),
      haircut: this.#haircut.sum(taints.map(({ haircut }) => haircut)),
      fifo: taints.reduce((sum, { fifo }) => sum + fifo, 0n),
    })) as [Taint, Taint];
    const minus = { numerator: -arrived.haircut.numerator, denominator: arrived.haircut.denominator };
    return { poison: given.poison - arrived.poison, haircut: this.#haircut.sum([given.haircut, minus]), fifo: given.fifo - arrived.fifo };
  }
}

/** Neither of the rules that divide leaves as much as the floors ask for. */
export function isBelowFloor({ haircut, fifo }: Pick<Taint, 'haircut' | 'fifo'>, whole: bigint, { amountFloor, shareFloor }: TraceQuestion['limits']): boolean {
  const most = compareFractions(haircut, { numerator: fifo, denominator: 1n }) < 0 ? { numerator: fifo, denominator: 1n } : haircut;
  if (amountFloor !== null && compareFractions(most, { numerator: amountFloor, denominator: 1n }) < 0) return true;
  return shareFloor !== null && compareFractions(most, { numerator: shareFloor.numerator * whole, denominator: shareFloor.denominator }) < 0;
}
