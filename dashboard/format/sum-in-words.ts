import type { Coded } from '../api/fragments.js';
import type { Words } from '../language/language.js';
import { formatDecimal } from './decimal.js';

interface Amount {
  readonly amount: string;
  readonly currency: { readonly code: string } | null;
  readonly network: Coded | null;
}

/** "JPY 12,345,600", or "1.5 Ethereum" for a virtual asset. Amounts of different money are never added. */
export function sumInWords(sum: Amount, words: Words): string {
  const digits = formatDecimal(sum.amount, words.locale);
  if (sum.currency !== null) return `${sum.currency.code} ${digits}`;
  return sum.network === null ? digits : `${digits} ${words.term(sum.network)}`;
}
