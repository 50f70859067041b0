import DataLoader from 'dataloader';
import type { OperationEntry } from '../directory/directory-feed.js';
import { CodedError } from '../errors/coded-error.js';
import type { DatedMoney } from '../money/convert.js';
import { sumByUnit, type MoneyTotal } from '../money/money.js';
import type { ActionQuery } from '../record/action-conditions.js';
import { isReadableOperation } from '../record/readable-operation-key.js';
import type { SubgraphRuntime } from '../subgraph-server/subgraph-runtime.js';
import type { Viewer } from '../viewer/viewer.js';
import type { OnceAnswer } from './counted-once.js';
import { operationOverlaps, type Overlap } from './operation-overlaps.js';
import { cellDimension, type TallyDimension } from './tally-dimension.js';
import { keyOf, operationKey, type KeyParts } from './tally-key.js';
import type { TallyKind } from './tally-kind.js';
import type { TallyQuestion } from './tally-question.js';
import type { Dimension, TallyRow } from './tally-query.js';

export interface KeyedRow {
  readonly keys: readonly KeyParts[];
  readonly count: number;
  readonly sums: readonly MoneyTotal[];
}

/** Counts the same records in several ways at one moment. */
export type CountsBreakdowns = (breakdowns: readonly (readonly Dimension[])[]) => Promise<readonly OnceAnswer[]>;

type TallyRuntime = Pick<SubgraphRuntime, 'directory' | 'visible'>;

/**
 * What one field counts for one viewer. All that a request asks of it is counted together: its rows are of one moment
 * with its count, and other organisations read of one disclosure.
 */
export class CountedTally {
  readonly question: TallyQuestion<ActionQuery>;
  readonly #runtime: TallyRuntime;
  readonly #viewer: Viewer;
  readonly #kind: Pick<TallyKind<never>, 'collection' | 'axes' | 'custody'>;
  readonly #answers: DataLoader<readonly Dimension[], OnceAnswer, string>;

  constructor(
    runtime: TallyRuntime,
    viewer: Viewer,
    kind: Pick<TallyKind<never>, 'collection' | 'axes' | 'custody'>,
    question: TallyQuestion<ActionQuery>,
    count: CountsBreakdowns,
  ) {
    this.#runtime = runtime;
    this.#viewer = viewer;
    this.#kind = kind;
    this.question = question;
    this.#answers = new DataLoader(async (breakdowns) => count(breakdowns), { cacheKeyFn: (by) => by.join() });
  }

  async whole(): Promise<OnceAnswer> {
    return this.#answer([]);
  }

  /** In the order of the keys, what says nothing last. */
  async rows(...asked: readonly Asked[]): Promise<KeyedRow[]> {
    const answer = await this.#answer(asked.map(([dimension, argument]) => cellDimension(dimension, argument, this.#kind)));
    return this.#keyed(answer.rows, asked.map(([dimension]) => dimension));
  }

  /** The amounts of each row by the days of their events, as a conversion needs them; by the text of the row's key. */
  async datedMoney(...asked: readonly Asked[]): Promise<ReadonlyMap<string, DatedMoney[]>> {
    const answer = await this.#answer([...asked.map(([dimension, argument]) => cellDimension(dimension, argument, this.#kind)), 'day']);
    const dated = new Map<string, DatedMoney[]>();
    for (const { key, count, sums } of answer.rows) {
      const [row] = this.#keyed([{ key: key.slice(0, -1), count, sums }], asked.map(([dimension]) => dimension));
      const text = textOfKeys(row?.keys ?? []);
      const money = sums.map(({ currency, network, decimals, minorUnits }) => ({ currency, network, decimals, minorUnits, day: key.at(-1) ?? '' }));
      dated.set(text, [...(dated.get(text) ?? []), ...money]);
    }
    return dated;
  }

  /** Of the operations that were chosen; where all count, of those that have a record here. */
  async overlaps(): Promise<Overlap[]> {
    const { operations } = this.question.query;
    const ids = operations ?? (await this.#answer(['operation'])).rows.map(({ key: [id] }) => id);
    return operationOverlaps(ids.flatMap((id) => this.#readable(id ?? null) ?? []));
  }

  async #answer(by: readonly Dimension[]): Promise<OnceAnswer> {
    const [answer] = await Promise.all([this.#answers.load(by), this.#refuseMixture()]);
    return answer;
  }

  /** Numbers of an exercise in the sum of real operations would be believed; the list may show both, a sum may not. */
  async #refuseMixture(): Promise<void> {
    const { exercise, operations } = this.question.query;
    if (exercise !== undefined || (operations !== undefined && operations.length <= 1)) return;
    const { rows } = await this.#answers.load(['operation']);
    const exercises = rows.filter(({ key: [id] }) => this.#readable(id ?? null)?.exercise === true).length;
    if (exercises === 0 || exercises === rows.length) return;
    throw new CodedError('BAD_USER_INPUT', 'Records of exercises and of real operations are never added up: say `exercise: false` or `exercise: true` in the filter.');
  }

  /** Names of keys for people; rows that are one to this viewer are added up. */
  #keyed(rows: readonly TallyRow[], dimensions: readonly TallyDimension[]): KeyedRow[] {
    const keyed = new Map<string, { readonly keys: readonly KeyParts[]; count: number; sums: MoneyTotal[][] }>();
    for (const { key, count, sums } of rows) {
      const keys = dimensions.map((dimension, index) => this.#key(dimension, key[index] ?? null));
      const text = textOfKeys(keys);
      const known = keyed.get(text);
      if (known === undefined) keyed.set(text, { keys, count, sums: [[...sums]] });
      else {
        known.count += count;
        known.sums.push([...sums]);
      }
    }
    return [...keyed.values()]
      .map(({ keys, count, sums: [first = [], ...more] }) => ({ keys, count, sums: more.length === 0 ? first : addSums([...first, ...more.flat()]) }))
      .sort((one, other) => compareKeys(one.keys, other.keys));
  }

  #key(dimension: TallyDimension, value: string | null): KeyParts {
    return dimension === 'OPERATION' ? operationKey(this.#readable(value) ?? null) : keyOf(dimension, value);
  }

  #readable(id: string | null): OperationEntry | undefined {
    return isReadableOperation(this.#runtime, this.#viewer, id) ? this.#runtime.directory().operation(id) : undefined;
  }
}

/** A dimension, and the argument in which it was asked for. */
export type Asked = readonly [dimension: TallyDimension, argument: string];

/** Tells rows from each other, by what their reader sees of them. */
export function textOfKeys(keys: readonly KeyParts[]): string {
  return JSON.stringify(keys.map(({ value }) => value));
}

function addSums(sums: readonly MoneyTotal[]): MoneyTotal[] {
  const counts = new Map<string, number>();
  const textOf = ({ currency, network, decimals }: Omit<MoneyTotal, 'minorUnits' | 'count'>): string => JSON.stringify([currency, network, decimals]);
  for (const sum of sums) counts.set(textOf(sum), (counts.get(textOf(sum)) ?? 0) + sum.count);
  return sumByUnit(sums).map((sum) => ({ ...sum, count: counts.get(textOf(sum)) ?? 0 }));
}

function compareKeys(one: readonly KeyParts[], other: readonly KeyParts[]): number {
  for (const [index, { value }] of one.entries()) {
    const against = other[index]?.value ?? null;
    if (value === against) continue;
    if (value === null || against === null) return value === null ? 1 : -1;
    return value < against ? -1 : 1;
  }
  return 0;
}
