import { isCalendarDay } from '../calendar/calendar-day.js';
import type { InputIssue } from '../graphql/outcomes.type.js';
import { findCountry } from '../reference/countries.js';
import { codesOf, isKnownCode } from '../reference/code-lists.js';

/** Collects everything that is wrong with an input, so that one answer names every fault. */
export class InputIssues {
  readonly #issues: InputIssue[] = [];

  get list(): readonly InputIssue[] {
    return this.#issues;
  }

  add(path: string, message: string): void {
    this.#issues.push({ path, message });
  }

  /** A reference, a name, a note: not empty, not endless. */
  text(path: string, value: string, longest = 200): void {
    if (value.trim() === '') this.add(path, 'This must not be empty.');
    else if (value.length > longest) this.add(path, `This is ${String(value.length)} characters long; at most ${String(longest)} are kept.`);
  }

  country(path: string, code: string): void {
    if (findCountry(code) === undefined) this.add(path, `"${code}" is no ISO 3166-1 alpha-2 code: use one such as "JP".`);
  }

  countries(path: string, codes: readonly string[]): void {
    for (const [index, code] of codes.entries()) this.country(`${path}[${String(index)}]`, code);
  }

  /** Recording officers choose from the list; only imports keep codes that it does not know. */
  code(path: string, list: string, code: string): void {
    if (!isKnownCode(list, code)) this.add(path, `"${code}" is not in the code list "${list}": use one of ${codesOf(list).join(', ')}.`);
  }

  codes(path: string, list: string, codes: readonly string[]): void {
    for (const [index, code] of codes.entries()) this.code(`${path}[${String(index)}]`, list, code);
  }

  /** A calendar day that exists and is not in the future. */
  pastDay(path: string, day: string, now: Date): void {
    if (!isCalendarDay(day)) this.add(path, `"${day}" is no calendar day: write it as YYYY-MM-DD.`);
    // A day is over somewhere on earth fourteen hours before it is over in UTC.
    else if (day > new Date(now.getTime() + 14 * 3_600_000).toISOString().slice(0, 10)) this.add(path, `${day} lies in the future.`);
  }
}
