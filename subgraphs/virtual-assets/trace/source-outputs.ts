import type { UtxoSource } from '../graph/utxo-source.js';
import type { TraceQuestion, TraceSource } from './trace-question.js';

/** The outputs at which a trace begins, ascending, and the sources that the ledger does not hold. */
export function sourceOutputs(source: UtxoSource, { sources, limits }: TraceQuestion): { readonly outputs: readonly number[]; readonly notFound: readonly string[] } {
  const outputs = new Set<number>();
  const notFound: string[] = [];
  for (const asked of sources) {
    const found = outputsOf(source, asked);
    if (found === null) notFound.push(nameOf(asked));
    // Of an address only what it received within the window; of what comes from outside nobody knows when.
    else for (const output of found) if (source.satoshi(output) > 0 && (asked.kind !== 'ADDRESS' || isWithin(source, output, limits))) outputs.add(output);
  }
  return { outputs: [...outputs].sort((a, b) => a - b), notFound };
}

function outputsOf(source: UtxoSource, asked: TraceSource): Iterable<number> | null {
  if (asked.kind === 'ADDRESS') {
    const address = source.findAddress(asked.address);
    return address === -1 ? null : source.outputsOf(address);
  }
  const transaction = source.findTransaction(asked.txid);
  if (transaction === -1) return null;
  const [start, end] = [source.outputStart(transaction), source.outputEnd(transaction)];
  if (asked.kind === 'TRANSACTION') return Array.from({ length: end - start }, (_, index) => start + index);
  return asked.vout < end - start ? [start + asked.vout] : null;
}

export function nameOf(asked: TraceSource): string {
  return asked.kind === 'ADDRESS' ? asked.address : asked.kind === 'TRANSACTION' ? asked.txid : `${asked.txid}:${asked.vout}`;
}

function isWithin(source: UtxoSource, output: number, { from, to }: TraceQuestion['limits']): boolean {
  const maker = source.madeBy(output);
  if (maker === -1) return true;
  const time = source.time(maker);
  return (from === null || time >= from) && (to === null || time <= to);
}
