import type { OperationId, OrganisationId } from '../handling/label.js';
import type { MoneyTotal } from '../money/money.js';
import type { Axis, TallyKind } from './tally-kind.js';

/** By what a tally may be broken down. Each kind of record has those of `dimensionsOf`. */
export type Dimension = 'operation' | 'country' | 'day' | 'month' | 'quarter' | 'year' | 'custodyState' | 'unit' | Axis;

/** Which records; what is left out means any. */
export interface TallyConditions {
  /** Any of them; an empty list is none. */
  readonly operations?: readonly OperationId[] | undefined;
  /** None of them; a record of no operation is under none of them. */
  readonly operationsNot?: readonly OperationId[] | undefined;
  readonly originators?: readonly OrganisationId[] | undefined;
  readonly country?: string | undefined;
  readonly dayFrom?: string | undefined;
  readonly dayTo?: string | undefined;
  readonly codes?: Readonly<Partial<Record<Axis, string | undefined>>> | undefined;
  /** Whether a code was recorded at all. */
  readonly recorded?: Readonly<Partial<Record<Axis, boolean | undefined>>> | undefined;
  /** The principal or a further crime type. */
  readonly anyCrimeType?: string | undefined;
  readonly custodyState?: string | undefined;
  /** Currency or network of the value. */
  readonly unit?: string | undefined;
}

export interface TallyQuery {
  readonly where: TallyConditions;
  /** At most three; without any there are no rows, only the whole. */
  readonly by: readonly Dimension[];
  /** Which versions count: those of this instant; null for the present. Never who may see them: rights are today's. */
  readonly asOf: Date | null;
}

export interface TallyRow {
  /** One value for each dimension asked for, in their order; null where a record has none. */
  readonly key: readonly (string | null)[];
  readonly count: number;
  readonly sums: readonly MoneyTotal[];
}

/**
 * What was counted for one viewer. Broken down by custody state, or restricted to one, an asset counts in each state
 * in which a part of it stands; otherwise it counts once, so that such rows may add up to more than the whole.
 */
export interface TallyAnswer {
  readonly asOf: Date;
  readonly count: number;
  readonly sums: readonly MoneyTotal[];
  /** In the order of their keys, null last. */
  readonly rows: readonly TallyRow[];
}

export function dimensionsOf({ axes, custody }: Pick<TallyKind<never>, 'axes' | 'custody'>): Dimension[] {
  return ['operation', 'country', 'day', 'month', 'quarter', 'year', ...axes, ...(custody ? (['custodyState', 'unit'] as const) : [])];
}
