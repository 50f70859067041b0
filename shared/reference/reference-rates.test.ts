import { describe, expect, it } from '@jest/globals';
import { ReferenceRates, referenceRates } from './reference-rates.js';

const made = new ReferenceRates([
  ['Date', 'USD', 'ISK', 'RUB'],
  ['2022-03-04', '1.1', '140.5', ''],
  ['2022-02-25', '1.12', '', '100.25'],
  ['2022-02-28', '1.13', '141', '101'],
  ['2022-03-01', '1.125', '', '117.201'],
]);

describe('the reference rate of a day', () => {
  it('is that of the day', () => {
    expect(made.on('USD', '2022-02-28')).toEqual({ rate: { digits: 1130n, decimals: 3, date: '2022-02-28' } });
    expect(made.on('USD', '2022-03-01')).toEqual({ rate: { digits: 1125n, decimals: 3, date: '2022-03-01' } });
  });

  it('is that of the last publication where there was none on the day', () => {
    expect(made.on('USD', '2022-02-27')).toMatchObject({ rate: { date: '2022-02-25' } });
  });

  it('is the last of that currency where one publication left it out', () => {
    expect(made.on('ISK', '2022-03-01')).toMatchObject({ rate: { digits: 1410n, date: '2022-02-28' } });
  });

  it('is seven days old at most', () => {
    expect(made.on('USD', '2022-03-11')).toMatchObject({ rate: { date: '2022-03-04' } });
    expect(made.on('USD', '2022-03-12')).toEqual({ missing: 'TOO_OLD' });
  });

  it('is none from the first publication on that no longer has the currency', () => {
    expect(made.on('RUB', '2022-03-03')).toMatchObject({ rate: { date: '2022-03-01' } });
    expect(made.on('RUB', '2022-03-04')).toEqual({ missing: 'NO_RATE' });
  });

  it.each([['NAD', '2022-03-01'], ['USD', '2022-02-24'], ['ISK', '2022-02-25'], ['__proto__', '2022-03-01']])('is none for %s on %s, which was not published yet or never', (currency, day) => {
    expect(made.on(currency, day)).toEqual({ missing: 'NO_RATE' });
  });

  it('is never taken from what is no number', () => {
    expect(() => new ReferenceRates([['Date', 'USD'], ['2022-03-01', 'N/A']])).toThrow('"N/A" is no reference rate.');
  });
});

describe('the reference rates of the European Central Bank', () => {
  it('are read as they were published', () => {
    expect(referenceRates().on('USD', '2017-12-15')).toEqual({ rate: { digits: 11806n, decimals: 4, date: '2017-12-15' } });
    expect(referenceRates().on('GBP', '2026-04-13')).toEqual({ rate: { digits: 87058n, decimals: 5, date: '2026-04-13' } });
  });

  it('are of 32 currencies, all in ISO 4217', () => {
    expect(referenceRates().currencies).toHaveLength(32);
  });

  it('reach over every holiday of the bank', () => {
    for (let day = Date.UTC(2017, 11, 15); day <= Date.UTC(2026, 3, 20); day += 86_400_000) {
      const date = new Date(day).toISOString().slice(0, 10);
      expect([date, referenceRates().on('USD', date)]).toEqual([date, { rate: expect.anything() }]);
    }
    expect(referenceRates().on('USD', '2026-04-21')).toEqual({ missing: 'TOO_OLD' });
  });
});
