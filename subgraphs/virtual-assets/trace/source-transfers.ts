import type { AccountSource } from '../graph/account-source.js';
import { nameOf } from './source-outputs.js';
import type { TraceQuestion, TraceSource } from './trace-question.js';

export interface SourceTransfers {
  readonly transfers: ReadonlySet<number>;
  /** Of accounts that are asked for: all that they have from the beginning is traced, too. */
  readonly holdings: ReadonlySet<number>;
  readonly notFound: readonly string[];
}

/**
 * Where a trace over accounts begins: of an account everything that it receives, of a transaction everything that it
 * moves but its fee. `vout` counts the transfers of a transaction in their order.
 */
export function sourceTransfers(source: AccountSource, { sources, limits, direction }: TraceQuestion): SourceTransfers {
  const [transfers, holdings, notFound] = [new Set<number>(), new Set<number>(), [] as string[]];
  const isWithin = (transfer: number): boolean => {
    const time = source.time(transfer);
    return time === null || ((limits.from === null || time >= limits.from) && (limits.to === null || time <= limits.to));
  };
  for (const asked of sources) {
    const found = asked.kind === 'ADDRESS' ? null : moved(source, asked);
    if (asked.kind === 'ADDRESS') {
      const of = source.holdingsOf(asked.address);
      if (of.length === 0) notFound.push(nameOf(asked));
      for (const holding of of) {
        if (direction === 'FORWARD' && limits.from === null) holdings.add(holding);
        for (const transfer of source.eventsOf(holding)) if (source.to(transfer) === holding && isWithin(transfer)) transfers.add(transfer);
      }
    } else if (found === null || found.length === 0) notFound.push(nameOf(asked));
    else for (const transfer of found) transfers.add(transfer);
  }
  return { transfers, holdings, notFound };
}

function moved(source: AccountSource, asked: Exclude<TraceSource, { kind: 'ADDRESS' }>): number[] {
  const all = source.transfersOf(asked.txid).filter((transfer) => source.kind(transfer) !== 'fee' && source.amount(transfer) > 0n);
  return asked.kind === 'TRANSACTION' ? all : all.slice(asked.vout, asked.vout + 1);
}
