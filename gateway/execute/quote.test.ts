import { describe, expect, it } from '@jest/globals';
import { quote, writeJson } from './quote.js';

describe('quote', () => {
  it('agrees with JSON.stringify on every code unit', () => {
    for (let unit = 0; unit <= 0xffff; unit++) {
      const text = String.fromCharCode(unit);
      if (quote(text) !== JSON.stringify(text)) throw new Error(`They differ on code unit ${String(unit)}.`);
    }
  });

  it('agrees on long texts', () => {
    const text = 'Ωmega "quoted" '.repeat(20);
    expect(quote(text)).toBe(JSON.stringify(text));
  });
});

describe('writeJson', () => {
  it('says null of what JSON cannot carry', () => {
    expect([null, undefined, Number.NaN, Number.POSITIVE_INFINITY].map(writeJson)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('writes custom scalars as they are', () => {
    expect([1.5, true, { a: [1] }].map(writeJson)).toEqual(['1.5', 'true', '{"a":[1]}']);
  });
});
