import type { MessageKey } from '../language/messages.js';

/** What the page itself can tell is missing or misspelt; everything else is for the exchange to say. */
export interface Missing {
  readonly path: string;
  readonly message: MessageKey;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DECIMAL = /^-?(0|[1-9]\d*)(\.\d+)?$/;

export function unlessStated(value: string, path: string, message: MessageKey): Missing[] {
  return value.trim() === '' ? [{ path, message }] : [];
}

export function unlessDay(value: string, path: string): Missing[] {
  return DAY.test(value) ? [] : [{ path, message: 'missing.day' }];
}

/** Digits with at most one point: what the exchange takes for an exact number. */
export function unlessDecimal(value: string, path: string): Missing[] {
  return DECIMAL.test(value) && value.length <= 100 ? [] : [{ path, message: 'missing.decimal' }];
}
