/** An exact decimal number, kept apart as whole part and fraction: amounts may exceed what a float holds. */
interface Decimal {
  readonly negative: boolean;
  readonly whole: bigint;
  readonly fraction: string;
}

/** Digits for the locale, exact to the last place. */
export function formatDecimal(text: string, locale: string): string {
  const decimal = parseDecimal(text);
  if (decimal === null) return text;
  const whole = new Intl.NumberFormat(locale).format(decimal.whole);
  const signed = decimal.negative ? `−${whole}` : whole;
  return decimal.fraction === '' ? signed : `${signed}${separatorOf(locale)}${decimal.fraction}`;
}

/**
 * "257 million" for 257000000, where that loses no digit and is easier to read; else null.
 * Four significant digits are the most that are read at a glance.
 */
export function shortenDecimal(text: string, locale: string): string | null {
  const decimal = parseDecimal(text);
  if (decimal === null || decimal.negative || decimal.fraction !== '' || decimal.whole < 1_000_000n) return null;
  const significant = decimal.whole.toString().replace(/0+$/, '').length;
  if (significant > 4) return null;
  return new Intl.NumberFormat(locale, { notation: 'compact', compactDisplay: 'long', maximumSignificantDigits: 4 }).format(decimal.whole);
}

/** With at least so many digits behind the point, so that amounts in one column stand under each other. */
export function padDecimal(text: string, places: number): string {
  const [whole = '', fraction = ''] = text.split('.');
  return places === 0 && fraction === '' ? whole : `${whole}.${fraction.padEnd(places, '0')}`;
}

/** The exact sum of decimals. */
export function addDecimals(texts: readonly string[]): string {
  const places = Math.max(0, ...texts.map((text) => parseDecimal(text)?.fraction.length ?? 0));
  const units = texts.reduce((sum, text) => sum + scaled(text, places), 0n);
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  return `${units < 0n ? '-' : ''}${whole}${places === 0 ? '' : `.${digits.slice(-places)}`}`;
}

/** Orders exact decimals; below zero when `a` is the smaller one. */
export function compareDecimals(a: string, b: string): number {
  const [left, right] = [scaled(a, 18), scaled(b, 18)];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** How many digits the whole part has; 0 for nothing at all. The map's shades are powers of ten. */
export function magnitudeOf(text: string): number {
  const decimal = parseDecimal(text);
  return decimal === null || decimal.whole === 0n ? 0 : decimal.whole.toString().length;
}

function parseDecimal(text: string): Decimal | null {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (parts === null) return null;
  return { negative: parts[1] === '-', whole: BigInt(parts[2] ?? '0'), fraction: parts[3] ?? '' };
}

function scaled(text: string, places: number): bigint {
  const decimal = parseDecimal(text);
  if (decimal === null) return 0n;
  const units = decimal.whole * 10n ** BigInt(places) + BigInt(decimal.fraction.slice(0, places).padEnd(places, '0'));
  return decimal.negative ? -units : units;
}

function separatorOf(locale: string): string {
  return new Intl.NumberFormat(locale).formatToParts(1.5).find((part) => part.type === 'decimal')?.value ?? '.';
}
