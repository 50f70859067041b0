import { describe, expect, it } from '@jest/globals';
import { parseValue } from 'graphql';
import { GraphQLDay } from './date.scalar.js';
import { GraphQLDecimal } from './decimal.scalar.js';

describe('Date', () => {
  it('is a day without a time zone, in and out', () => {
    expect(GraphQLDay.parseValue('2024-05-31')).toBe('2024-05-31');
    expect(GraphQLDay.serialize('2024-05-31')).toBe('2024-05-31');
    expect(GraphQLDay.parseLiteral(parseValue('"2024-05-31"'))).toBe('2024-05-31');
  });

  it.each(['2024-02-30', '2024-05-31T00:00:00Z', '', 20240531, null, new Date(0)])('is never %p', (value) => {
    expect(() => GraphQLDay.parseValue(value)).toThrow('A Date is a calendar day');
  });

  it('is no number in a query', () => {
    expect(() => GraphQLDay.parseLiteral(parseValue('20240531'))).toThrow('A Date is written as a string');
  });
});

describe('Decimal', () => {
  it.each(['0', '257000000', '-1.50', '123456789012345678901234567890.000000000000000001'])('keeps every digit of %s', (text) => {
    expect(GraphQLDecimal.parseValue(text)).toBe(text);
    expect(GraphQLDecimal.serialize(text)).toBe(text);
  });

  it('keeps the digits of a number that is written into a query, which a float would lose', () => {
    expect(GraphQLDecimal.parseLiteral(parseValue('9007199254740993'))).toBe('9007199254740993');
    expect(GraphQLDecimal.parseLiteral(parseValue('0.10'))).toBe('0.10');
  });

  it.each(['1e9', '01', '1,000', '.5', '5.', '+1', 'NaN', ' 1', '', '9'.repeat(101), 1, 1n, null])('is never %p', (value) => {
    expect(() => GraphQLDecimal.parseValue(value)).toThrow('A Decimal is');
  });
});
