import type { AccountSource } from '../graph/account-source.js';
import type { AccountTrace } from './account-trace.js';

/** Transfers one after the other, each from the account that the one before it paid. */
export interface AccountPath {
  readonly source: string;
  readonly target: string;
  readonly transfers: readonly { readonly hash: string | null; readonly from: string; readonly to: string; readonly amount: string }[];
}

/** The shortest path from the sources of a forward trace to each of the accounts that it reached. */
export function accountPaths(source: AccountSource, trace: AccountTrace, targets: readonly string[]): AccountPath[] {
  /** By holding: the transfer by which money first came there in the fewest steps. Transfers stand in their order. */
  const reached = new Map<number, { readonly transfer: number; readonly length: number; readonly before: number | null }>();
  for (const { transfer, isSource, end } of trace.transfers) {
    const [from, to] = [source.from(transfer), source.to(transfer)];
    if (to === -1 || (end !== null && end !== 'SERVICE' && end !== 'HOPS')) continue;
    const before = isSource ? undefined : reached.get(from);
    if (!isSource && before === undefined) continue;
    const length = (before?.length ?? 0) + 1;
    if (length < (reached.get(to)?.length ?? Infinity)) reached.set(to, { transfer, length, before: isSource ? null : from });
  }
  return [...new Set(targets)].flatMap((target): AccountPath[] => {
    const at = source.holdingsOf(target).filter((holding) => reached.has(holding)).sort((a, b) => (reached.get(a)?.length ?? 0) - (reached.get(b)?.length ?? 0))[0];
    if (at === undefined) return [];
    const transfers: number[] = [];
    const seen = new Set<number>();
    for (let holding: number | null = at; holding !== null && !seen.has(holding); holding = reached.get(holding)?.before ?? null) {
      seen.add(holding);
      transfers.push(reached.get(holding)?.transfer ?? 0);
    }
    const steps = transfers.reverse().map((transfer) => ({ hash: source.hash(transfer), from: source.account(source.from(transfer)), to: source.account(source.to(transfer)), amount: String(source.amount(transfer)) }));
    return [{ source: steps[0]?.from ?? '', target, transfers: steps }];
  });
}
