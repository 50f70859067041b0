import type { MoneyTotal } from '../money/money.js';
import type { TallyAnswer } from './tally-query.js';

/** A total in which each event counts once: records that double claims set aside are not in it. */
export interface CountedOnce {
  readonly count: number;
  readonly sums: readonly MoneyTotal[];
  /** Records that are set aside, by id, each with the record that counts for it. */
  readonly instead: ReadonlyMap<string, string>;
}

/** What a tally counts, with its total once more as it is where each event counts once. */
export interface OnceAnswer extends TallyAnswer {
  readonly countedOnce: CountedOnce;
}

type Whole = Pick<TallyAnswer, 'count' | 'sums'>;

/** What records that are set aside count for, to be taken from the whole. */
export interface TakenAway extends Whole {
  readonly instead: CountedOnce['instead'];
}

export const NOTHING_TAKEN: TakenAway = { count: 0, sums: [], instead: new Map() };

export function countedOnce(whole: Whole, taken: TakenAway): CountedOnce {
  const away = new Map(taken.sums.map((sum) => [unitOf(sum), sum]));
  const sums = whole.sums.flatMap((sum): MoneyTotal[] => {
    const less = away.get(unitOf(sum));
    if (less === undefined) return [sum];
    const left = { ...sum, minorUnits: (BigInt(sum.minorUnits) - BigInt(less.minorUnits)).toString(), count: sum.count - less.count };
    return left.count === 0 && left.minorUnits === '0' ? [] : [left];
  });
  return { count: whole.count - taken.count, sums, instead: taken.instead };
}

function unitOf({ currency, network, decimals }: MoneyTotal): string {
  return JSON.stringify([currency, network, decimals]);
}
