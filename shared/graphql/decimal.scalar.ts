import { GraphQLScalarType, Kind } from 'graphql';
import { CodedError } from '../errors/coded-error.js';

const DECIMAL = /^-?(0|[1-9]\d*)(\.\d+)?$/;

/** Whether a text is an exact decimal number: no exponent, no leading zeros, no thousands separators. */
export function isDecimal(text: string): boolean {
  return text.length <= 100 && DECIMAL.test(text);
}

/** An exact decimal number as a string: money and counts of any size, never a float. */
export const GraphQLDecimal = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  description: 'An exact decimal number as a string (`"257000000"`, `"1.5"`). Never a float.',
  serialize: decimal,
  parseValue: decimal,
  parseLiteral(node) {
    // The source text of a number is exact; only turning it into a float would not be.
    if (node.kind === Kind.STRING || node.kind === Kind.INT || node.kind === Kind.FLOAT) return decimal(node.value);
    throw new CodedError('BAD_USER_INPUT', 'A Decimal is written as a string, "1234.50".');
  },
});

function decimal(value: unknown): string {
  if (typeof value === 'string' && isDecimal(value)) return value;
  throw new CodedError('BAD_USER_INPUT', 'A Decimal is a plain decimal number written as a string, "1234.50".');
}
