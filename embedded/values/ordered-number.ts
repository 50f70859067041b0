import type { BsonNumber } from './bson-value.js';
import { isDecimal, isDouble, isInt32 } from './bson-value.js';

/**
 * A number as 0.DIGITS × 10^exponent. Every double and every Decimal128 has exactly one such
 * form (a double has at most 767 digits), so all four number types share one exact order.
 */
export type ExactNumber =
  | { readonly kind: 'nan' | 'zero' }
  | { readonly kind: 'infinity'; readonly negative: boolean }
  | { readonly kind: 'finite'; readonly negative: boolean; readonly digits: string; readonly exponent: number };

export function exactNumber(value: BsonNumber): ExactNumber {
  if (isInt32(value)) return fromInteger(value.value < 0, String(Math.abs(value.value)));
  if (isDouble(value)) return fromDouble(value.value);
  if (isDecimal(value)) return fromDecimalText(value.toString());
  const text = value.toString();
  return text.startsWith('-') ? fromInteger(true, text.slice(1)) : fromInteger(false, text);
}

function fromInteger(negative: boolean, digits: string): ExactNumber {
  return fromDigits(negative, digits, digits.length);
}

function fromDigits(negative: boolean, allDigits: string, exponent: number): ExactNumber {
  const leading = /^0*/.exec(allDigits)?.[0].length ?? 0;
  const digits = allDigits.slice(leading).replace(/0+$/, '');
  if (digits === '') return { kind: 'zero' };
  return { kind: 'finite', negative, digits, exponent: exponent - leading };
}

function fromDouble(value: number): ExactNumber {
  if (Number.isNaN(value)) return { kind: 'nan' };
  const negative = value < 0;
  if (!Number.isFinite(value)) return { kind: 'infinity', negative };
  if (Number.isInteger(value)) return fromInteger(negative, BigInt(Math.abs(value)).toString());
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, Math.abs(value));
  const raw = bits.getBigUint64(0);
  const biased = Number(raw >> 52n);
  const fraction = raw & 0xfffffffffffffn;
  const mantissa = biased === 0 ? fraction : fraction | 0x10000000000000n;
  const halvings = 1075 - Math.max(biased, 1);
  // m / 2^k = m × 5^k / 10^k: exact in decimal.
  const digits = (mantissa * 5n ** BigInt(halvings)).toString();
  return fromDigits(negative, digits, digits.length - halvings);
}

function fromDecimalText(text: string): ExactNumber {
  if (text === 'NaN') return { kind: 'nan' };
  const negative = text.startsWith('-');
  if (text.endsWith('Infinity')) return { kind: 'infinity', negative };
  const [mantissa = '', power = '0'] = text.replace(/^[+-]/, '').split(/e/i);
  const [whole = '', fraction = ''] = mantissa.split('.');
  return fromDigits(negative, whole + fraction, whole.length + Number(power));
}
