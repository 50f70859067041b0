import type { InputIssues } from './input-issues.js';
import { quoted } from './quoted.js';

/** Persons are kept five years at first (INTERPOL RPD); shorter where law or purpose says so. */
export const RETENTION_YEARS = 5;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** The month in which a part about a person is reviewed: as asked for, or as late as may be. */
export function reviewMonth(asked: string | null | undefined, now: Date, path: string, issues: InputIssues): string {
  const current = now.toISOString().slice(0, 7);
  const latest = `${String(now.getUTCFullYear() + RETENTION_YEARS)}${current.slice(4)}`;
  if (asked === null || asked === undefined) return latest;
  if (!MONTH.test(asked)) issues.add(path, `${quoted(asked)} is no month: write it as YYYY-MM.`);
  else if (asked < current || asked > latest) issues.add(path, `A review lies between ${current} and ${latest}.`);
  return asked;
}
