import type { Fraction } from '../../../shared/money/rational-sum.js';
import type { AccountSource } from '../graph/account-source.js';
import type { AccountTrace, TaintedHolding, TaintedTransfer } from './account-trace.js';
import { sumOfTaints } from './sum-of-taints.js';
import { NOTHING, type Haircut } from './haircut.js';
import { Heap } from './heap.js';
import { sourceTransfers, type SourceTransfers } from './source-transfers.js';
import type { Taint } from './taint.js';
import { isBelowFloor } from './trace-utxo.js';
import type { EndReason, IsService, TraceQuestion } from './trace-question.js';
import { taintedAmount, UnitLine, type Stretch } from './unit-line.js';

/** A holding that tainted money has reached. */
interface Holding {
  balance: bigint;
  tainted: Fraction;
  readonly line: UnitLine;
  hop: number;
  readonly events: Int32Array;
  next: number;
}

/** What leaves a holding, under each rule. */
interface Leaving extends Taint {
  readonly stretches: readonly Stretch[];
  readonly hop: number;
}

export class AccountTracerForward {
  readonly #source: AccountSource;
  readonly #question: TraceQuestion;
  readonly #isService: IsService;
  readonly #haircut: Haircut;
  readonly #sources: SourceTransfers;
  readonly #holdings = new Map<number, Holding>();
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
    for (const holding of [...this.#sources.holdings].sort((a, b) => a - b)) this.#begin(holding);
    for (const transfer of this.#sources.transfers) this.#heap.push(transfer);
    let exhausted = false;
    for (let transfer = this.#heap.pop(); transfer !== undefined; transfer = this.#heap.pop()) {
      if (transfer === this.#last) continue;
      this.#last = transfer;
      this.#edges += 1;
      exhausted = this.#edges > this.#question.limits.budget;
      if (exhausted) break;
      this.#take(transfer);
    }
    const given = sumOfTaints(this.#injected);
    const arrived = sumOfTaints(this.#arrived);
    return {
      evidence: this.#source.evidence, question: this.#question, arithmetic: this.#haircut.arithmetic,
      injected: {
        poison: given.poison - arrived.poison, fifo: given.fifo - arrived.fifo,
        haircut: this.#haircut.sum([given.haircut, { numerator: -arrived.haircut.numerator, denominator: arrived.haircut.denominator }]),
      },
      transfers: this.#transfers, holdings: this.#held(exhausted ? 'BUDGET' : 'UNSPENT'), edges: this.#edges, notFound: this.#sources.notFound,
    };
  }

  /** The balance that an account has before the data begins is tainted when the account is the source. */
  #begin(holding: number): void {
    const opening = this.#source.openingBalance(holding);
    if (opening === 0n) return;
    const whole = { poison: opening, haircut: this.#haircut.whole(opening), fifo: opening };
    this.#injected.push(whole);
    const state: Holding = { balance: opening, tainted: whole.haircut, line: new UnitLine(0n), hop: 0, events: this.#source.eventsOf(holding), next: 0 };
    state.line.add([{ amount: opening, tainted: true }]);
    this.#holdings.set(holding, state);
    this.#queue(state);
  }

  #take(transfer: number): void {
    const source = this.#source;
    const [from, to, amount] = [source.from(transfer), source.to(transfer), source.amount(transfer)];
    const payer = this.#holdings.get(from);
    const leaving = payer === undefined ? null : this.#leave(payer, amount);
    const isSource = this.#sources.transfers.has(transfer);
    let moving = leaving;
    if (isSource) {
      const whole = { poison: amount, haircut: this.#haircut.whole(amount), fifo: amount };
      this.#injected.push(whole);
      if (leaving !== null) this.#arrived.push(leaving);
      moving = { ...whole, stretches: [{ amount, tainted: true }], hop: 0 };
    }
    const end = moving === null ? null : this.#endOf(transfer, moving, isSource);
    if (moving !== null) this.#transfers.push({ transfer, hop: moving.hop, isSource, end, poison: moving.poison, haircut: moving.haircut, fifo: moving.fifo });
    // A holding that is followed must see clean money, too; what ended elsewhere comes as such.
    if (to !== -1) this.#receive(to, transfer, amount, moving !== null && end === null ? moving : null);
    if (payer !== undefined) this.#advance(payer, transfer);
  }

  #leave(payer: Holding, amount: bigint): Leaving {
    const [haircut = NOTHING, rest = NOTHING] = this.#haircut.deal(payer.tainted, [amount, payer.balance - amount], payer.balance);
    const stretches = payer.line.take(amount);
    payer.balance -= amount;
    payer.tainted = rest;
    return { poison: amount, haircut, fifo: taintedAmount(stretches), stretches, hop: payer.hop + 1 };
  }

  #receive(to: number, transfer: number, amount: bigint, moving: Leaving | null): void {
    let receiver = this.#holdings.get(to);
    if (receiver === undefined) {
      if (moving === null) return;
      receiver = this.#open(to, transfer);
      this.#holdings.set(to, receiver);
    }
    receiver.balance += amount;
    receiver.line.add(moving?.stretches ?? [{ amount, tainted: false }]);
    if (moving !== null) {
      receiver.tainted = this.#haircut.sum([receiver.tainted, moving.haircut]);
      receiver.hop = Math.min(receiver.hop, moving.hop);
    }
    this.#advance(receiver, transfer);
  }

  /** As it stands before a transfer: all clean, or unknown. Reading its past counts against the budget. */
  #open(holding: number, transfer: number): Holding {
    const source = this.#source;
    const events = source.eventsOf(holding);
    let [balance, next] = [source.openingBalance(holding), 0];
    for (; (events[next] ?? transfer) < transfer; next += 1) {
      const event = events[next] ?? 0;
      const amount = source.amount(event);
      if (source.from(event) === holding) balance -= amount;
      if (source.to(event) === holding) balance += amount;
    }
    this.#edges += next;
    // A transfer to itself has left already.
    if (source.from(transfer) === holding) balance -= source.amount(transfer);
    return { balance, tainted: NOTHING, line: new UnitLine(balance), hop: Infinity, events, next };
  }

  #advance(holding: Holding, transfer: number): void {
    while ((holding.events[holding.next] ?? Infinity) <= transfer) holding.next += 1;
    this.#queue(holding);
  }

  #queue(holding: Holding): void {
    const event = holding.events[holding.next];
    if (event !== undefined) this.#heap.push(event);
  }

  #endOf(transfer: number, moving: Leaving, isSource: boolean): EndReason | null {
    const { limits } = this.#question;
    const to = this.#source.to(transfer);
    if (to === -1) return this.#source.kind(transfer) === 'fee' ? 'FEE' : 'UNNAMED';
    const time = this.#source.time(transfer);
    if (!isSource && time !== null && ((limits.from !== null && time < limits.from) || (limits.to !== null && time > limits.to))) return 'WINDOW';
    const account = this.#source.account(to);
    if (!isSource && !this.#through.has(account) && this.#isService(account)) return 'SERVICE';
    if (isBelowFloor(moving, this.#source.amount(transfer), limits)) return 'FLOOR';
    return limits.hops !== null && moving.hop >= limits.hops ? 'HOPS' : null;
  }

  #held(end: EndReason): TaintedHolding[] {
    return [...this.#holdings].sort(([a], [b]) => a - b).flatMap(([holding, { balance, tainted, line }]): TaintedHolding[] =>
      balance === 0n ? [] : [{ holding, end, poison: balance, haircut: tainted, fifo: taintedAmount(line.rest()) }]);
  }
}
