import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

export interface CurrencyRecord {
  readonly code: string;
  readonly name: string;
  /** Three digits; null where ISO gives none. */
  readonly numericCode: string | null;
  /** Digits after the decimal point; null where the standard states none (gold, testing codes). */
  readonly minorUnits: number | null;
  readonly withdrawn: boolean;
}

const row = z.object({ Currency: z.string(), AlphabeticCode: z.string(), NumericCode: z.string(), MinorUnit: z.string(), WithdrawalDate: z.string() });
const text = readFileSync(new URL('./data/iso4217-currencies.csv', import.meta.url), 'utf8');
const currencies = new Map<string, CurrencyRecord>();

for (const cells of z.array(row).parse(parse(text, { columns: true, bom: true }))) {
  if (cells.AlphabeticCode === '') continue;
  const withdrawn = cells.WithdrawalDate !== '';
  const known = currencies.get(cells.AlphabeticCode);
  // A code listed for several countries is withdrawn only when it is withdrawn everywhere.
  if (known !== undefined && (!known.withdrawn || withdrawn)) continue;
  currencies.set(cells.AlphabeticCode, {
    code: cells.AlphabeticCode,
    name: cells.Currency,
    numericCode: cells.NumericCode === '' ? null : cells.NumericCode.padStart(3, '0'),
    minorUnits: /^\d$/.test(cells.MinorUnit) ? Number(cells.MinorUnit) : null,
    withdrawn,
  });
}

/** All currencies of ISO 4217, ordered by code, withdrawn ones included. A public register. */
export function allCurrencies(): CurrencyRecord[] {
  return [...currencies.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

export function findCurrency(code: string): CurrencyRecord | undefined {
  return currencies.get(code);
}
