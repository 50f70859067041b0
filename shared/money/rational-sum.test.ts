import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { exactSum, roundedSum, roundHalfEven, type Fraction } from './rational-sum.js';

const of = (numerator: bigint, denominator: bigint): Fraction => ({ numerator, denominator });
const fraction = fc.record({ numerator: fc.bigInt({ min: -(2n ** 90n), max: 2n ** 90n }), denominator: fc.bigInt({ min: 1n, max: 2n ** 60n }) });

describe('rounding half to even', () => {
  it.each([
    [of(1n, 2n), 0n],
    [of(3n, 2n), 2n],
    [of(5n, 2n), 2n],
    [of(-1n, 2n), 0n],
    [of(-3n, 2n), -2n],
    [of(-5n, 2n), -2n],
    [of(2n, 3n), 1n],
    [of(-1n, 3n), 0n],
    [of(-2n, 3n), -1n],
    [of(7n, 1n), 7n],
  ])('takes %o to %s', (value, whole) => {
    expect(roundHalfEven(value)).toBe(whole);
  });
});

describe('a sum that is rounded once', () => {
  it('is nothing where nothing is added', () => {
    expect(roundedSum([])).toBe(0n);
  });

  it('is not the sum of rounded addends', () => {
    expect(roundedSum([of(1n, 3n), of(1n, 3n)])).toBe(1n);
    expect(roundedSum([of(2n, 3n), of(2n, 3n)])).toBe(1n);
  });

  // No number of digits tells 1/3 + 1/6 from a half, so only the exact sum does; these take the way around the bounds.
  it.each([
    ['a half below an even number', [of(1n, 3n), of(1n, 6n), of(1n, 1n)], 2n],
    ['a half above an even number', [of(1n, 3n), of(1n, 6n)], 0n],
    ['the least bit more than a half', [of(1n, 3n), of(1n, 6n), of(1n, 7n ** 60n)], 1n],
    ['the least bit less than a half', [of(4n, 3n), of(1n, 6n), of(-1n, 7n ** 60n)], 1n],
    ['a half of negative numbers', [of(-1n, 3n), of(-1n, 6n), of(-1n, 1n)], -2n],
  ])('decides %s', (_, addends, whole) => {
    expect(roundedSum(addends)).toBe(whole);
  });

  it('is what plain fractions give, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fraction, { maxLength: 12 }), (addends) => {
        const plain = addends.reduce((sum, { numerator, denominator }) => of(sum.numerator * denominator + numerator * sum.denominator, sum.denominator * denominator), of(0n, 1n));
        expect(roundedSum(addends)).toBe(roundHalfEven(plain));
        expect(roundedSum([...addends].reverse())).toBe(roundHalfEven(plain));
        const exact = exactSum(addends);
        expect(exact.numerator * plain.denominator).toBe(plain.numerator * exact.denominator);
      }),
    );
  });

  it('lies at most half a unit from the exact sum, next to halves too', () => {
    const nearHalf = fc.tuple(fc.bigInt({ min: 1n, max: 2n ** 40n }), fc.bigInt({ min: -1n, max: 1n })).map(([third, off]) => [of(third, 3n), of(1n, 2n), of(-third, 3n), of(off, 11n ** 40n)]);
    fc.assert(
      fc.property(nearHalf, (addends) => {
        const { numerator, denominator } = exactSum(addends);
        const distance = 2n * (roundedSum(addends) * denominator - numerator);
        expect(distance <= denominator && distance >= -denominator).toBe(true);
        expect(roundedSum(addends)).toBe(roundHalfEven(exactSum(addends)));
      }),
    );
  });
});
