import { describe, expect, it } from '@jest/globals';
import { addDecimals, padDecimal, compareDecimals, formatDecimal, magnitudeOf, shortenDecimal } from './decimal.js';

describe('formatDecimal', () => {
  it('keeps every digit of an amount that no float can hold', () => {
    expect(formatDecimal('9007199254740993', 'en-GB')).toBe('9,007,199,254,740,993');
    expect(formatDecimal('1000000000000000000.000000000000000001', 'en-GB')).toBe('1,000,000,000,000,000,000.000000000000000001');
  });

  it('writes numbers as the locale does', () => {
    expect(formatDecimal('1234.50', 'de')).toBe('1.234,50');
    expect(formatDecimal('-12', 'en-GB')).toBe('−12');
  });

  it('shows what is no number as it came', () => {
    expect(formatDecimal('1e9', 'en-GB')).toBe('1e9');
    expect(formatDecimal('', 'en-GB')).toBe('');
  });
});

describe('shortenDecimal', () => {
  it('shortens where no digit is lost', () => {
    expect(shortenDecimal('123000000', 'en-GB')).toBe('123 million');
    expect(shortenDecimal('1234000000', 'en-GB')).toBe('1.234 billion');
  });

  it('does not shorten where a digit would be lost, nor below a million', () => {
    expect(shortenDecimal('123456789', 'en-GB')).toBeNull();
    expect(shortenDecimal('999000', 'en-GB')).toBeNull();
    expect(shortenDecimal('1500000.25', 'en-GB')).toBeNull();
  });
});

describe('compareDecimals', () => {
  it('orders by value and not by text', () => {
    expect(['10', '9', '-1', '9.5', '9.05'].sort(compareDecimals)).toEqual(['-1', '9', '9.05', '9.5', '10']);
  });

  it('tells apart what floats confuse', () => {
    expect(compareDecimals('9007199254740992', '9007199254740993')).toBe(-1);
  });
});

describe('magnitudeOf', () => {
  it.each([['0', 0], ['0.9', 0], ['9', 1], ['10', 2], ['999999', 6]])('%s has magnitude %i', (text, digits) => {
    expect(magnitudeOf(text)).toBe(digits);
  });
});

describe('a decimal under others', () => {
  it.each([['5', 2, '5.00'], ['5.1', 2, '5.10'], ['5.123', 2, '5.123'], ['5', 0, '5']])('%s with %d places is %s', (text, places, padded) => {
    expect(padDecimal(text, places)).toBe(padded);
  });
});

describe('the sum of decimals', () => {
  it.each([
    [['0.1', '0.2'], '0.3'],
    [['9007199254740993', '1'], '9007199254740994'],
    [['1.5', '2.25', '-0.75'], '3.00'],
    [['-1', '0.5'], '-0.5'],
    [[], '0'],
  ])('of %j is exactly %s', (texts, sum) => {
    expect(addDecimals(texts)).toBe(sum);
  });
});
