/** An exact number: numerator over a denominator above zero. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Digits behind the point with which a sum is bounded before it is computed exactly. */
const GUARD = 10n ** 30n;

/**
 * The sum of fractions, rounded once, half to even. Thousands of days mean thousands of coprime denominators, whose
 * common one has tens of thousands of digits: so the sum is first enclosed between two bounds, and only where these
 * round to different numbers (next to a half, which hardly ever happens) it is computed as one fraction.
 */
export function roundedSum(addends: readonly Fraction[]): bigint {
  const joined = joinEqualDenominators(addends);
  let [below, inexact] = [0n, 0n];
  for (const { numerator, denominator } of joined) {
    const scaled = numerator * GUARD;
    const quotient = floorDivide(scaled, denominator);
    below += quotient;
    if (quotient * denominator !== scaled) inexact += 1n;
  }
  // Each addend that left a remainder lies less than one digit above what was added for it.
  const low = roundHalfEven({ numerator: below, denominator: GUARD });
  const high = roundHalfEven({ numerator: below + inexact, denominator: GUARD });
  return low === high ? low : roundHalfEven(exactSum(joined));
}

/** The sum as one fraction, added pair by pair so that the large denominators meet late. */
export function exactSum(addends: readonly Fraction[]): Fraction {
  const [first, ...more] = addends;
  if (first === undefined) return { numerator: 0n, denominator: 1n };
  if (more.length === 0) return first;
  const middle = addends.length >> 1;
  const [a, b] = [exactSum(addends.slice(0, middle)), exactSum(addends.slice(middle))];
  return { numerator: a.numerator * b.denominator + b.numerator * a.denominator, denominator: a.denominator * b.denominator };
}

/** To the nearest whole number; a half goes to the even neighbour. */
export function roundHalfEven({ numerator, denominator }: Fraction): bigint {
  const floor = floorDivide(numerator, denominator);
  const twice = (numerator - floor * denominator) * 2n;
  if (twice === denominator) return floor % 2n === 0n ? floor : floor + 1n;
  return twice < denominator ? floor : floor + 1n;
}

function joinEqualDenominators(addends: readonly Fraction[]): Fraction[] {
  const numerators = new Map<bigint, bigint>();
  for (const { numerator, denominator } of addends) numerators.set(denominator, (numerators.get(denominator) ?? 0n) + numerator);
  return [...numerators].map(([denominator, numerator]) => ({ numerator, denominator }));
}

/** Towards minus infinity, where the operator of the language goes towards zero. */
function floorDivide(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  return numerator < 0n && quotient * denominator !== numerator ? quotient - 1n : quotient;
}
