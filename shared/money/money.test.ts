import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sumByUnit, toAmount, toMinorUnits, type Money } from './money.js';

const usd = (minorUnits: string): Money => ({ currency: 'USD', network: null, decimals: 2, minorUnits });
const ether = (minorUnits: string): Money => ({ currency: null, network: 'ETHEREUM', decimals: 18, minorUnits });

describe('toMinorUnits', () => {
  it.each([
    ['257000000', 2, 25_700_000_000n],
    ['1.5', 2, 150n],
    ['0.05', 2, 5n],
    ['-0.05', 2, -5n],
    ['141420000000', 0, 141_420_000_000n],
    ['0', 18, 0n],
    ['0.00000001', 8, 1n],
  ])('counts %s with %i decimals', (amount, decimals, units) => {
    expect(toMinorUnits(amount, decimals)).toBe(units);
  });

  it('is exact beyond 2^53, where a float loses the last digit', () => {
    expect(toMinorUnits('90071992547409.93', 2)).toBe(9_007_199_254_740_993n);
  });

  it('is exact beyond 2^63: 120 million ether in wei', () => {
    expect(toMinorUnits('120000000.000000000000000001', 18)).toBe(120_000_000_000_000_000_000_000_001n);
  });

  it('refuses what is finer than a minor unit instead of rounding it', () => {
    expect(toMinorUnits('1.005', 2)).toBeUndefined();
    expect(toMinorUnits('1.0', 0)).toBeUndefined();
    expect(toMinorUnits('0.000000001', 8)).toBeUndefined();
  });
});

describe('toAmount', () => {
  it.each([
    [150n, 2, '1.5'],
    [100n, 2, '1'],
    [5n, 2, '0.05'],
    [-5n, 2, '-0.05'],
    [0n, 2, '0'],
    [1000n, 0, '1000'],
    [1n, 18, '0.000000000000000001'],
    [9_223_372_036_854_775_808n, 8, '92233720368.54775808'],
  ])('writes %s with %i decimals as %s', (units, decimals, amount) => {
    expect(toAmount(units, decimals)).toBe(amount);
  });

  it('comes back as the same minor units, whatever their size', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 200n), max: 2n ** 200n }), fc.integer({ min: 0, max: 18 }), (units, decimals) => {
        expect(toMinorUnits(toAmount(units, decimals), decimals)).toBe(units);
      }),
    );
  });
});

describe('sumByUnit', () => {
  it('adds what is counted in one unit and keeps units apart, currencies before networks', () => {
    const yen: Money = { currency: 'JPY', network: null, decimals: 0, minorUnits: '5000' };
    expect(sumByUnit([ether('1'), usd('100'), yen, usd('25')])).toEqual([
      { ...yen, count: 1 },
      { ...usd('125'), count: 2 },
      { ...ether('1'), count: 1 },
    ]);
  });

  it('stays exact where 2^53 and 2^63 are crossed', () => {
    expect(sumByUnit([usd('9007199254740992'), usd('1')])[0]?.minorUnits).toBe('9007199254740993');
    expect(sumByUnit([ether('9223372036854775807'), ether('9223372036854775807')])[0]?.minorUnits).toBe('18446744073709551614');
  });

  it('is the same in whatever order the amounts come', () => {
    const amounts = fc.array(fc.tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 2n ** 90n })), { maxLength: 20 });
    fc.assert(
      fc.property(amounts, (drawn) => {
        const money = drawn.map(([fiat, units]) => (fiat ? usd(units.toString()) : ether(units.toString())));
        expect(sumByUnit([...money].reverse())).toEqual(sumByUnit(money));
      }),
    );
  });

  it('makes nothing out of nothing: no amounts, no zero', () => {
    expect(sumByUnit([])).toEqual([]);
  });
});
