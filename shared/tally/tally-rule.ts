import type { SubgraphRuntime } from '../subgraph-server/subgraph-runtime.js';
import type { TallyScope } from './tally-question.js';

interface Ruled {
  readonly noun: string;
  /** What weighs how. */
  readonly weighing: string;
  readonly scope: string;
  readonly asOf: Date | null;
  /** What the viewer's own filter says. */
  readonly filter: object;
  readonly readsRecords: boolean;
  readonly counted: Date;
  /** The currency of the conversion; null where none is asked for. */
  readonly convertTo: string | null;
}

/** How a number comes about, in words: what is counted, for whom, as of when, and what weighs how. */
export function tallyRule({ noun, weighing, scope, asOf, filter, readsRecords, counted, convertTo }: Ruled): string {
  const conditions = Object.entries(filter).map(([field, value]) => `${field} ${JSON.stringify(value)}`);
  return [
    `Counted are the ${noun} ${scope} that ${readsRecords ? 'you may read' : 'are CLEAR or GREEN, since a dashboard reads no record'}, and no others.`,
    ...(conditions.length === 0 ? [] : [`Only those with ${conditions.join(', ')}.`]),
    asOf === null
      ? `As they stand at ${counted.toISOString()}.`
      : `As they stood at ${counted.toISOString()}: versions that were corrected or retracted later count. Who may see them is decided as of now, under the handling that they have now.`,
    weighing,
    '`countedOnce` counts each event once: of records that two owners agree are one event, all of which are counted here, only the claim that they name.',
    'Reported figures have no part in it.',
    ...(convertTo === null ? [] : [conversionRule(convertTo)]),
  ].join(' ');
}

/** Over what a tally is. Operations of a scope are readable, so their codes may be said. */
export function scopeInWords({ directory }: Pick<SubgraphRuntime, 'directory'>, { operations, country }: TallyScope): string {
  if (country !== undefined) return `that happened in ${country}, of every operation and of none,`;
  if (operations === undefined) return 'of every operation and of none';
  const codes = operations.flatMap((id) => directory().operation(id)?.code ?? []).sort();
  return codes.length === 0 ? 'of no operation that you may see' : `of ${codes.join(', ')}`;
}

function conversionRule(currency: string): string {
  return [
    `Amounts are converted to ${currency} at the reference rates of the European Central Bank of the day of the event or, where none was published, of the last day before on which the currency has one, at most seven days back.`,
    'The sum is rounded once, half to even. What cannot be converted (virtual assets, currencies without a rate) is listed and is in no converted sum.',
  ].join(' ');
}
