import type { Fraction } from '../../../shared/money/rational-sum.js';
import type { AccountSource } from '../graph/account-source.js';
import type { AccountTrace, TaintedHolding, TaintedTransfer } from './account-trace.js';
import { NOTHING, type Haircut } from './haircut.js';
import { Heap } from './heap.js';
import { sourceTransfers, type SourceTransfers } from './source-transfers.js';
import { sumOfTaints } from './sum-of-taints.js';
import type { Taint } from './taint.js';
import { isBelowFloor } from './trace-utxo.js';
import type { EndReason, IsService, TraceQuestion } from './trace-question.js';

/** Units of a holding by their place in all that it ever had: begin counts, end does not. */
interface Span {
  readonly begin: bigint;
  readonly end: bigint;
}

/** A holding whose money is asked for, seen from the end of its life to its beginning. */
interface Holding {
  readonly events: Int32Array;
  /** The next event, against the order. */
  next: number;
  /** After that event: what it has, and what it had ever received and paid. */
  balance: bigint;
  received: bigint;
  paid: bigint;
  wanted: Fraction;
  /** Descending. */
  spans: Span[];
  hop: number;
}

/**
 * Asks of which transfers money came, by the rules of the trace forward read backward: by FIFO the units that a holding
 * paid are those that stand at the same place among all that it had received; by haircut each is a mixture of the whole balance.
 */
export class AccountTracerBackward {
  readonly #source: AccountSource;
  readonly #question: TraceQuestion;
  readonly #isService: IsService;
  readonly #haircut: Haircut;
  readonly #sources: SourceTransfers;
  readonly #holdings = new Map<number, Holding>();
  /** Negative numbers of transfers: the latest first. */
  readonly #heap = new Heap();
  readonly #transfers: TaintedTransfer[] = [];
  readonly #injected: Taint[] = [];
  readonly #arrived: Taint[] = [];
  readonly #through: ReadonlySet<string>;
  #last = -1;
  #edges = 0;

  constructor(source: AccountSource, question: TraceQuestion, isService: IsService, haircut: Haircut) {
    [this.#source, this.#question, this.#isService, this.#haircut] = [source, question, isService, haircut];
    this.#sources = sourceTransfers(source, question);
    this.#through = new Set(question.through.map((address) => address.toLowerCase()));
  }

  run(): AccountTrace {
    for (const transfer of this.#sources.transfers) this.#heap.push(-transfer);
    let exhausted = false;
    for (let next = this.#heap.pop(); next !== undefined; next = this.#heap.pop()) {
      if (-next === this.#last) continue;
      this.#last = -next;
      this.#edges += 1;
      exhausted = this.#edges > this.#question.limits.budget;
      if (exhausted) break;
      this.#take(-next);
    }
    const [given, arrived] = [sumOfTaints(this.#injected), sumOfTaints(this.#arrived)];
    return {
      evidence: this.#source.evidence, question: this.#question, arithmetic: this.#haircut.arithmetic,
      injected: {
        poison: given.poison - arrived.poison, fifo: given.fifo - arrived.fifo,
        haircut: this.#haircut.sum([given.haircut, { numerator: -arrived.haircut.numerator, denominator: arrived.haircut.denominator }]),
      },
      transfers: this.#transfers.reverse(), holdings: this.#begun(exhausted ? 'BUDGET' : 'UNKNOWN_ORIGIN'), edges: this.#edges, notFound: this.#sources.notFound,
    };
  }

  #take(transfer: number): void {
    const source = this.#source;
    const [from, to, amount] = [source.from(transfer), source.to(transfer), source.amount(transfer)];
    const receiver = this.#holdings.get(to);
    let wanted = receiver === undefined ? null : this.#receivedBy(receiver, amount);
    const isSource = this.#sources.transfers.has(transfer);
    if (isSource) {
      const whole = { poison: amount, haircut: this.#haircut.whole(amount), fifo: amount };
      this.#injected.push(whole);
      if (wanted !== null) this.#arrived.push(wanted);
      wanted = { ...whole, spans: [{ begin: 0n, end: amount }], hop: 0 };
    }
    const end = wanted === null ? null : this.#endOf(transfer, wanted, isSource);
    if (wanted !== null) this.#transfers.push({ transfer, hop: wanted.hop, isSource, end, poison: wanted.poison, haircut: wanted.haircut, fifo: wanted.fifo });
    let payer = this.#holdings.get(from);
    if (payer === undefined && wanted !== null && end === null) this.#holdings.set(from, (payer = this.#open(from, transfer)));
    if (payer !== undefined) this.#paidBy(payer, amount, end === null ? wanted : null);
    for (const holding of new Set([receiver, payer])) if (holding !== undefined) this.#advance(holding, transfer);
  }

  /** How much of what is wanted of a holding came with a transfer to it. */
  #receivedBy(receiver: Holding, amount: bigint): Taint & { readonly spans: readonly Span[]; readonly hop: number } {
    const [haircut = NOTHING, rest = NOTHING] = this.#haircut.deal(receiver.wanted, [amount, receiver.balance - amount], receiver.balance);
    receiver.wanted = rest;
    receiver.balance -= amount;
    receiver.received -= amount;
    const begin = receiver.received;
    const [inside, before]: [Span[], Span[]] = [[], []];
    for (const span of receiver.spans) {
      if (span.end > begin) inside.push({ begin: (span.begin > begin ? span.begin : begin) - begin, end: span.end - begin });
      if (span.begin < begin) before.push({ begin: span.begin, end: span.end < begin ? span.end : begin });
    }
    receiver.spans = before;
    return { poison: amount, haircut, fifo: lengthOf(inside), spans: inside, hop: receiver.hop + 1 };
  }

  #paidBy(payer: Holding, amount: bigint, wanted: { readonly haircut: Fraction; readonly spans: readonly Span[]; readonly hop: number } | null): void {
    payer.balance += amount;
    payer.paid -= amount;
    if (wanted === null) return;
    payer.wanted = this.#haircut.sum([payer.wanted, wanted.haircut]);
    payer.spans.push(...wanted.spans.map(({ begin, end }) => ({ begin: begin + payer.paid, end: end + payer.paid })));
    payer.hop = Math.min(payer.hop, wanted.hop);
  }

  /** As it stands after a transfer that it paid. Reading its past counts against the budget. */
  #open(holding: number, transfer: number): Holding {
    const source = this.#source;
    const events = source.eventsOf(holding);
    const opening = source.openingBalance(holding);
    let [received, paid, count] = [opening, 0n, 0];
    for (; (events[count] ?? Infinity) <= transfer; count += 1) {
      const event = events[count] ?? 0;
      if (source.from(event) === holding) paid += source.amount(event);
      // Of a transfer to itself the arrival has been looked at already: it lies behind.
      if (source.to(event) === holding && event !== transfer) received += source.amount(event);
    }
    this.#edges += count;
    return { events, next: count - 1, balance: received - paid, received, paid, wanted: NOTHING, spans: [], hop: Infinity };
  }

  #advance(holding: Holding, transfer: number): void {
    while ((holding.events[holding.next] ?? -1) >= transfer) holding.next -= 1;
    const event = holding.events[holding.next];
    if (event !== undefined) this.#heap.push(-event);
  }

  #endOf(transfer: number, wanted: Taint & { readonly hop: number }, isSource: boolean): EndReason | null {
    const { limits } = this.#question;
    const time = this.#source.time(transfer);
    if (!isSource && time !== null && ((limits.from !== null && time < limits.from) || (limits.to !== null && time > limits.to))) return 'WINDOW';
    const account = this.#source.account(this.#source.from(transfer));
    if (!this.#through.has(account) && this.#isService(account)) return 'SERVICE';
    if (isBelowFloor(wanted, this.#source.amount(transfer), limits)) return 'FLOOR';
    return limits.hops !== null && wanted.hop >= limits.hops ? 'HOPS' : null;
  }

  #begun(end: EndReason): TaintedHolding[] {
    return [...this.#holdings].sort(([a], [b]) => a - b).flatMap(([holding, { balance, wanted, spans }]): TaintedHolding[] =>
      balance === 0n ? [] : [{ holding, end, poison: balance, haircut: wanted, fifo: lengthOf(spans) }]);
  }
}

function lengthOf(spans: readonly Span[]): bigint {
  return spans.reduce((sum, { begin, end }) => sum + end - begin, 0n);
}
