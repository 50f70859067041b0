/**
 * What an amount is counted in: a currency (ISO 4217) or a network of virtual assets, one of them null.
 * `decimals` stays with every amount, because the standard forgets them when a currency is withdrawn.
 */
export interface MoneyUnit {
  readonly currency: string | null;
  readonly network: string | null;
  /** How many decimal digits of the major unit one minor unit is. */
  readonly decimals: number;
}

/** An exact amount. `minorUnits` is a whole number of any size, as a decimal string: wei exceed 2^63. */
export interface Money extends MoneyUnit {
  readonly minorUnits: string;
}

export interface MoneyTotal extends Money {
  /** How many amounts it is the sum of. */
  readonly count: number;
}

/** Minor units of a decimal amount; undefined when it is finer than one minor unit. */
export function toMinorUnits(amount: string, decimals: number): bigint | undefined {
  const [whole = '', fraction = ''] = amount.replace('-', '').split('.');
  if (fraction.length > decimals) return undefined;
  const units = BigInt(whole + fraction.padEnd(decimals, '0'));
  return amount.startsWith('-') ? -units : units;
}

/** The amount in major units, as short as it can be written: `1.5`, `257000000`. */
export function toAmount(minorUnits: bigint, decimals: number): string {
  const sign = minorUnits < 0n ? '-' : '';
  const digits = (minorUnits < 0n ? -minorUnits : minorUnits).toString().padStart(decimals + 1, '0');
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '');
  const whole = digits.slice(0, digits.length - decimals);
  return decimals === 0 || fraction === '' ? `${sign}${whole}` : `${sign}${whole}.${fraction}`;
}

/** Exact sums, one for each unit, ordered by currency and then network. Units are never added to each other. */
export function sumByUnit(amounts: readonly Money[]): MoneyTotal[] {
  const totals = new Map<string, { readonly unit: MoneyUnit; sum: bigint; count: number }>();
  for (const { currency, network, decimals, minorUnits } of amounts) {
    const key = JSON.stringify([currency === null ? 1 : 0, currency ?? network, decimals]);
    const total = totals.get(key) ?? { unit: { currency, network, decimals }, sum: 0n, count: 0 };
    total.sum += BigInt(minorUnits);
    total.count += 1;
    totals.set(key, total);
  }
  return [...totals]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { unit, sum, count }]) => ({ ...unit, minorUnits: sum.toString(), count }));
}
