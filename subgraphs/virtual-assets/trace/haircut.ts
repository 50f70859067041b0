import type { Fraction } from '../../../shared/money/rational-sum.js';

/**
 * How haircut's shares are counted. Nothing is lost in either way: what is dealt out adds up to what came in.
 *
 * `FRACTIONS`: every amount is the fraction that the rule says. The common denominator of a trace grows with each
 * transaction that mixes; there is no exact number that is shorter.
 * `GRID`: when the common denominator passes {@link MOST_DENOMINATOR_BITS}, the trace is computed anew in whole multiples of 2^-128
 * of a base unit. Each deal is then off the rule by less than one such multiple, so that a trace of a billion
 * transactions stays within 10^-29 of a base unit; the answer says so.
 */
export const HAIRCUT_ARITHMETICS = ['FRACTIONS', 'GRID'] as const;
export type HaircutArithmetic = (typeof HAIRCUT_ARITHMETICS)[number];

export const MOST_DENOMINATOR_BITS = 2048;
const MOST_DENOMINATOR = 1n << BigInt(MOST_DENOMINATOR_BITS);
const GRID = 1n << 128n;

export const NOTHING: Fraction = { numerator: 0n, denominator: 1n };

/** Thrown by `FRACTIONS`: the caller starts anew with `GRID`. */
export class DenominatorTooLarge extends Error {
  constructor() {
    super(`Shares have a common denominator of more than ${MOST_DENOMINATOR_BITS} bits.`);
    this.name = 'DenominatorTooLarge';
  }
}

/** What the tracing algorithms do with shares. */
export interface Haircut {
  readonly arithmetic: HaircutArithmetic;
  whole(units: bigint): Fraction;
  sum(amounts: readonly Fraction[]): Fraction;
  /** `amount` dealt out in proportion to the weights, which add up to `total`; the parts add up to `amount`. */
  deal(amount: Fraction, weights: readonly bigint[], total: bigint): Fraction[];
}

export function haircutBy(arithmetic: HaircutArithmetic): Haircut {
  return arithmetic === 'FRACTIONS' ? new Fractions() : grid;
}

/** Computes with fractions, and on the grid where these become too large. */
export function withHaircut<Result>(compute: (haircut: Haircut) => Result): Result {
  try {
    return compute(new Fractions());
  } catch (error) {
    if (error instanceof DenominatorTooLarge) return compute(grid);
    throw error;
  }
}

/** Of one trace: it remembers what all shares so far have as common denominator, so that any sum of them stays as short. */
class Fractions implements Haircut {
  readonly arithmetic = 'FRACTIONS';
  #common = 1n;

  whole(units: bigint): Fraction {
    return { numerator: units, denominator: 1n };
  }

  sum(amounts: readonly Fraction[]): Fraction {
    let [numerator, denominator] = [0n, 1n];
    for (const amount of amounts) {
      if (amount.denominator === denominator) numerator += amount.numerator;
      else ({ numerator, denominator } = shorten({ numerator: numerator * amount.denominator + amount.numerator * denominator, denominator: denominator * amount.denominator }));
    }
    return shorten({ numerator, denominator });
  }

  deal(amount: Fraction, weights: readonly bigint[], total: bigint): Fraction[] {
    const { numerator, denominator } = shorten({ numerator: amount.numerator, denominator: amount.denominator * (total === 0n ? 1n : total) });
    if (this.#common % denominator !== 0n) {
      this.#common *= denominator / greatestCommonDivisor(this.#common, denominator);
      if (this.#common > MOST_DENOMINATOR) throw new DenominatorTooLarge();
    }
    return weights.map((weight) => ({ numerator: numerator * weight, denominator }));
  }
}

const grid: Haircut = {
  arithmetic: 'GRID',
  whole: (units) => ({ numerator: units * GRID, denominator: GRID }),
  sum: (amounts) => ({ numerator: amounts.reduce((sum, amount) => sum + onGrid(amount), 0n), denominator: GRID }),
  // Each part is the difference of two rounded-down running sums, so that they add up to the whole.
  deal(amount, weights, total) {
    const whole = onGrid(amount);
    let [running, given] = [0n, 0n];
    return weights.map((weight) => {
      running += weight;
      const upTo = total === 0n ? 0n : (whole * running) / total;
      const part = { numerator: upTo - given, denominator: GRID };
      given = upTo;
      return part;
    });
  },
};

function onGrid({ numerator, denominator }: Fraction): bigint {
  return denominator === GRID ? numerator : (numerator * GRID) / denominator;
}

/** In lowest terms. */
export function shorten({ numerator, denominator }: Fraction): Fraction {
  if (denominator === 1n) return { numerator, denominator };
  const divisor = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, denominator);
  return divisor === 1n ? { numerator, denominator } : { numerator: numerator / divisor, denominator: denominator / divisor };
}

function greatestCommonDivisor(larger: bigint, smaller: bigint): bigint {
  let [a, b] = [larger, smaller];
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

/** Negative, zero or positive, as a is less than, equal to or greater than b. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
