import { RowFault } from './row-fault.js';

const DECIMAL = /^(\d{1,60})(?:\.(\d{1,60}))?(?:[eE]([+-]?\d{1,3}))?$/;

/**
 * An amount written in whole coins ("0.1", "1e-05") as whole base units. Exact: text that says more decimals than the
 * coin has is refused, never rounded.
 */
export function baseUnits(text: string, decimals: number, name: string): bigint {
  const [matched, whole = '', fraction = '', exponent = '0'] = DECIMAL.exec(text) ?? [];
  if (matched === undefined) throw new RowFault(`${name} is no amount from 0: "${text.slice(0, 60)}".`);
  const digits = `${whole}${fraction}`;
  const scale = decimals + Number(exponent) - fraction.length;
  if (scale > 200) throw new RowFault(`${name} is beyond any amount: "${text.slice(0, 60)}".`);
  if (scale >= 0) return BigInt(digits) * 10n ** BigInt(scale);
  const [kept, cut] = [digits.slice(0, scale), digits.slice(scale)];
  if (/[1-9]/.test(cut)) throw new RowFault(`${name} has more than ${decimals} decimals: "${text.slice(0, 60)}".`);
  return BigInt(kept === '' ? '0' : kept);
}
