import { factsOfFault } from '../../shared/logging/fault-facts.js';
import type { Logger } from '../../shared/logging/logger.js';

const QUIET_MILLISECONDS = 10_000;
const KINDS = 100;

/** Faults that come again and again, as while a store is out of reach, are told once in a while. */
export class FaultLog {
  readonly #log: Pick<Logger, 'error'>;
  readonly #toldAt = new Map<string, number>();

  constructor(log: Pick<Logger, 'error'>) {
    this.#log = log;
  }

  note(fault: unknown): void {
    const { name, code, at } = factsOfFault(fault);
    const kind = JSON.stringify([name, code, at?.[0]]);
    const now = performance.now();
    const before = this.#toldAt.get(kind);
    if (before !== undefined && now - before < QUIET_MILLISECONDS) return;
    if (this.#toldAt.size >= KINDS) this.#toldAt.clear();
    this.#toldAt.set(kind, now);
    this.#log.error('A fault.', { cause: fault });
  }
}
