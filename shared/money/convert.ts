import type { MissingRate, RateFound, ReferenceRate, ReferenceRates } from '../reference/reference-rates.js';
import type { Money } from './money.js';
import { roundedSum, type Fraction } from './rational-sum.js';

/** A currency into which sums are converted. */
export interface TargetCurrency {
  readonly currency: string;
  readonly decimals: number;
}

/** What was stated in one unit about the events of one day. */
export interface DatedMoney extends Money {
  readonly day: string;
}

/** How the amounts of one currency and day were converted. */
export interface ConvertedAmount extends DatedMoney {
  readonly currency: string;
  /** Null where both currencies are the same, which needs no rate. */
  readonly rates: { readonly source: ReferenceRate; readonly target: ReferenceRate } | null;
}

export type NotConverted = { readonly reason: 'VIRTUAL_ASSET' } | { readonly reason: MissingRate; readonly currency: string };

export interface UnconvertedAmount {
  readonly money: DatedMoney;
  /** Where a rate is missing: of which of the two currencies. */
  readonly why: NotConverted;
}

export interface Conversion {
  readonly target: TargetCurrency;
  /** The sum of what could be converted; null where nothing could, which is not a sum of zero. */
  readonly minorUnits: bigint | null;
  readonly converted: readonly ConvertedAmount[];
  readonly unconverted: readonly UnconvertedAmount[];
}

const EURO = 'EUR';

/**
 * Converts amounts at the rates of their days and adds them up: exact throughout, rounded once at the end, half to
 * even, to the minor units of the target. Equal units of one day are joined first; the order of the amounts decides
 * nothing.
 */
export function convertSum(amounts: readonly DatedMoney[], target: TargetCurrency, rates: ReferenceRates): Conversion {
  const converted: ConvertedAmount[] = [];
  const unconverted: UnconvertedAmount[] = [];
  for (const money of joinDays(amounts)) {
    const found = convertDay(money, target, rates);
    if ('why' in found) unconverted.push(found);
    else converted.push(found);
  }
  return { target, converted, unconverted, minorUnits: converted.length === 0 ? null : roundedSum(converted.map((amount) => fractionOf(amount, target))) };
}

function convertDay(money: DatedMoney, target: TargetCurrency, rates: ReferenceRates): ConvertedAmount | UnconvertedAmount {
  const { currency, day } = money;
  if (currency === null) return { money, why: { reason: 'VIRTUAL_ASSET' } };
  if (currency === target.currency) return { ...money, currency, rates: null };
  const [source, into] = [rateOn(rates, currency, day), rateOn(rates, target.currency, day)];
  if ('missing' in source) return { money, why: { reason: source.missing, currency } };
  if ('missing' in into) return { money, why: { reason: into.missing, currency: target.currency } };
  return { ...money, currency, rates: { source: source.rate, target: into.rate } };
}

/** Rates are stated for one euro, so the euro itself has rate 1 on every day. */
function rateOn(rates: ReferenceRates, currency: string, day: string): RateFound {
  return currency === EURO ? { rate: { digits: 1n, decimals: 0, date: day } } : rates.on(currency, day);
}

/** In minor units of the target: amount ÷ source rate × target rate. */
function fractionOf({ minorUnits, decimals, rates }: ConvertedAmount, target: TargetCurrency): Fraction {
  const amount = BigInt(minorUnits);
  if (rates === null) return { numerator: amount * tenTo(target.decimals), denominator: tenTo(decimals) };
  const { source, target: into } = rates;
  return {
    numerator: amount * into.digits * tenTo(source.decimals + target.decimals),
    denominator: source.digits * tenTo(into.decimals + decimals),
  };
}

function joinDays(amounts: readonly DatedMoney[]): DatedMoney[] {
  const joined = new Map<string, { readonly first: DatedMoney; sum: bigint }>();
  for (const money of amounts) {
    const key = JSON.stringify([money.currency === null ? 1 : 0, money.currency ?? money.network, money.decimals, money.day]);
    const held = joined.get(key);
    if (held === undefined) joined.set(key, { first: money, sum: BigInt(money.minorUnits) });
    else held.sum += BigInt(money.minorUnits);
  }
  return [...joined]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { first: { currency, network, decimals, day }, sum }]) => ({ currency, network, decimals, day, minorUnits: sum.toString() }));
}

function tenTo(exponent: number): bigint {
  return 10n ** BigInt(exponent);
}
