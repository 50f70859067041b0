import { readFileSync } from 'node:fs';
import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { referenceRates } from '../reference/reference-rates.js';
import { convertSum, type Conversion, type DatedMoney } from './convert.js';
import { toAmount, toMinorUnits } from './money.js';
import { targetCurrency } from './target-currency.js';

const rates = referenceRates();
const USD = { currency: 'USD', decimals: 2 };
const EUR = { currency: 'EUR', decimals: 2 };

const fiat = (currency: string, day: string, minorUnits: string, decimals = 2): DatedMoney => ({ currency, network: null, decimals, day, minorUnits });
const bitcoin = (day: string, minorUnits: string): DatedMoney => ({ currency: null, network: 'BITCOIN', decimals: 8, day, minorUnits });

const cases = z
  .object({
    cases: z.array(
      z.object({ amount: z.string(), currency: z.string(), seizureDate: z.string(), rateDateUsed: z.string(), expectedUsd: z.string().nullable() }),
    ),
  })
  .parse(JSON.parse(readFileSync(new URL('./cases/usd-conversions.json', import.meta.url), 'utf8'))).cases;

/** Every case counts in hundredths; so do the withdrawn currencies, of which the standard no longer says so. */
function ofCase(amount: string, currency: string, day: string): Conversion {
  const minorUnits = toMinorUnits(amount, 2);
  if (minorUnits === undefined) throw new Error(`${amount} is finer than a hundredth.`);
  return convertSum([fiat(currency, day, minorUnits.toString())], USD, rates);
}

describe('the worked conversions', () => {
  it('are twenty-six', () => {
    expect(cases).toHaveLength(26);
  });

  it.each(cases)('$amount $currency of $seizureDate is worth USD $expectedUsd', ({ amount, currency, seizureDate, rateDateUsed, expectedUsd }) => {
    const { minorUnits, converted, unconverted } = ofCase(amount, currency, seizureDate);
    if (expectedUsd === null) {
      expect({ minorUnits, converted }).toEqual({ minorUnits: null, converted: [] });
      expect(unconverted).toMatchObject([{ money: { currency, day: seizureDate }, why: { reason: 'NO_RATE', currency } }]);
      return;
    }
    expect(minorUnits).toBe(toMinorUnits(expectedUsd, 2));
    const used = converted[0]?.rates ?? null;
    expect(rates.on('USD', seizureDate)).toMatchObject({ rate: { date: rateDateUsed } });
    if (currency === 'USD') expect(used).toBeNull();
    else expect(used).toMatchObject({ source: { date: currency === 'EUR' ? seizureDate : rateDateUsed }, target: { date: rateDateUsed } });
  });
});

describe('a converted sum', () => {
  it('is null where nothing could be converted, which is not zero', () => {
    expect(convertSum([], USD, rates)).toEqual({ target: USD, minorUnits: null, converted: [], unconverted: [] });
    expect(convertSum([bitcoin('2024-05-02', '5')], USD, rates).minorUnits).toBeNull();
  });

  it('is zero where amounts of zero were converted', () => {
    expect(convertSum([fiat('JPY', '2024-05-02', '0', 0)], USD, rates).minorUnits).toBe(0n);
  });

  it('lists what could not be converted, each with its reason, and adds the rest', () => {
    const amounts = [fiat('USD', '2026-11-01', '100'), fiat('NAD', '2024-05-02', '7'), fiat('JPY', '2026-11-01', '9', 0), fiat('GBP', '2024-05-02', '100'), bitcoin('2024-05-02', '5')];
    const { minorUnits, converted, unconverted } = convertSum(amounts, USD, rates);
    expect(unconverted).toEqual([
      { money: fiat('JPY', '2026-11-01', '9', 0), why: { reason: 'TOO_OLD', currency: 'JPY' } },
      { money: fiat('NAD', '2024-05-02', '7'), why: { reason: 'NO_RATE', currency: 'NAD' } },
      { money: bitcoin('2024-05-02', '5'), why: { reason: 'VIRTUAL_ASSET' } },
    ]);
    expect(converted.map(({ currency, rates: used }) => [currency, used === null])).toEqual([['GBP', false], ['USD', true]]);
    expect(minorUnits).toBe(225n);
  });

  it('names the target where that is the currency without a rate', () => {
    expect(convertSum([fiat('EUR', '2024-06-03', '100')], { currency: 'RUB', decimals: 2 }, rates).unconverted).toMatchObject([{ why: { reason: 'NO_RATE', currency: 'RUB' } }]);
  });

  it('keeps an amount in its own currency to the last unit, with or without a rate', () => {
    fc.assert(fc.property(fc.bigInt({ min: 0n, max: 2n ** 120n }), (units) => expect(convertSum([fiat('USD', '1999-01-01', units.toString())], USD, rates).minorUnits).toBe(units)));
  });

  it('is rounded once: a thousand thirds of a cent are not a thousand times none', () => {
    const days = Array.from({ length: 1000 }, () => fiat('JPY', '2022-10-21', '1', 0));
    expect(convertSum(days, USD, rates).minorUnits).toBe(convertSum([fiat('JPY', '2022-10-21', '1000', 0)], USD, rates).minorUnits);
  });

  const day = fc.integer({ min: 0, max: 3000 }).map((after) => new Date(Date.UTC(2017, 11, 20) + after * 86_400_000).toISOString().slice(0, 10));
  const unit = fc.constantFrom<[string, number][]>(['JPY', 0], ['USD', 2], ['EUR', 2], ['GBP', 2], ['RUB', 2], ['HRK', 2], ['KWD', 3], ['KRW', 0]);
  const money = fc.tuple(unit, day, fc.bigInt({ min: 0n, max: 2n ** 80n })).map(([[currency, decimals], on, units]) => fiat(currency, on, units.toString(), decimals));

  it('is the same in whatever order the amounts come, and however they are split', () => {
    fc.assert(
      fc.property(fc.array(money, { maxLength: 12 }), (amounts) => {
        const split = amounts.flatMap((amount) => [{ ...amount, minorUnits: (BigInt(amount.minorUnits) / 2n).toString() }, { ...amount, minorUnits: (BigInt(amount.minorUnits) - BigInt(amount.minorUnits) / 2n).toString() }]);
        expect(convertSum([...amounts].reverse(), USD, rates)).toEqual(convertSum(amounts, USD, rates));
        expect(convertSum(split, USD, rates)).toEqual(convertSum(amounts, USD, rates));
      }),
    );
  });

  it('lies within half a unit of what plain fractions give', () => {
    fc.assert(
      fc.property(fc.array(money, { maxLength: 8 }), (amounts) => {
        let [numerator, denominator, any] = [0n, 1n, false];
        for (const { currency, decimals, minorUnits, day: on } of amounts) {
          const perEuro = (code: string): [bigint, bigint] | undefined => {
            if (code === 'EUR') return [1n, 1n];
            const found = rates.on(code, on);
            return 'rate' in found ? [found.rate.digits, 10n ** BigInt(found.rate.decimals)] : undefined;
          };
          const [source, target] = currency === 'USD' ? [[1n, 1n], [1n, 1n]] as const : [perEuro(String(currency)), perEuro('USD')];
          if (source === undefined || target === undefined) continue;
          any = true;
          const [top, bottom] = [BigInt(minorUnits) * 100n * source[1] * target[0], source[0] * target[1] * 10n ** BigInt(decimals)];
          [numerator, denominator] = [numerator * bottom + top * denominator, denominator * bottom];
        }
        const { minorUnits } = convertSum(amounts, USD, rates);
        expect(minorUnits === null).toBe(!any);
        if (minorUnits === null) return;
        const distance = 2n * (minorUnits * denominator - numerator);
        expect(distance <= denominator && -distance <= denominator).toBe(true);
      }),
    );
  });
});

describe('a currency to convert to', () => {
  it.each([['USD', 2], ['JPY', 0], ['EUR', 2]])('may be %s', (code, decimals) => {
    expect(targetCurrency(code, rates)).toEqual({ target: { currency: code, decimals } });
  });

  it.each([
    ['NAD', /publishes no reference rate of NAD: choose one of EUR, AUD, /],
    ['DEM', /withdrawn/],
    ['XAU', /no minor units/],
    ['usd', /no ISO 4217 code/],
    ['BTC', /no ISO 4217 code/],
  ])('is not %s, and the answer says why', (code, fault) => {
    expect(targetCurrency(code, rates)).toEqual({ fault: expect.stringMatching(fault) });
  });

  it('counts euros of a sum like every other', () => {
    expect(toAmount(convertSum([fiat('USD', '2024-02-29', '8660800')], EUR, rates).minorUnits ?? 0n, 2)).toBe('80000');
  });
});
