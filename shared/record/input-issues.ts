import { isCalendarDay } from '../calendar/calendar-day.js';
import { MOST_ISSUES, type InputIssue } from '../graphql/outcomes.type.js';
import { findCountry } from '../reference/countries.js';
import { isKnownCode } from '../reference/code-lists.js';
import { quoted } from './quoted.js';

/** How many items a list of an input holds where nothing else is said. */
const MOST_ITEMS = 50;
/** Some messages repeat what was sent. */
const LONGEST_MESSAGE = 500;

/**
 * Collects what is wrong with an input, so that one answer names the faults. It keeps a handful: an answer must not
 * grow with a list that somebody made wrong on purpose.
 */
export class InputIssues {
  readonly #kept: InputIssue[] = [];
  #count = 0;

  get list(): readonly InputIssue[] {
    const more = this.#count - this.#kept.length;
    return more === 0 ? this.#kept : [...this.#kept, { path: '…', message: `And ${String(more)} more.` }];
  }

  add(path: string, message: string): void {
    this.#count += 1;
    if (this.#kept.length < MOST_ISSUES) this.#kept.push({ path, message: message.slice(0, LONGEST_MESSAGE) });
  }

  /** The list, where it is not too long; else none of it, so that nobody looks at its elements. */
  atMost<Item>(path: string, list: readonly Item[], most = MOST_ITEMS): readonly Item[] {
    if (list.length <= most) return list;
    this.add(path, `These are ${String(list.length)} items; at most ${String(most)} are kept.`);
    return [];
  }

  /** A reference, a name, a note: not empty, not endless. */
  text(path: string, value: string, longest = 200): void {
    if (value.trim() === '') this.add(path, 'This must not be empty.');
    else if (value.length > longest) this.add(path, `This is ${String(value.length)} characters long; at most ${String(longest)} are kept.`);
  }

  texts(path: string, values: readonly string[], most = MOST_ITEMS): void {
    for (const [index, value] of this.atMost(path, values, most).entries()) this.text(`${path}[${String(index)}]`, value);
  }

  country(path: string, code: string): void {
    if (findCountry(code) === undefined) this.add(path, `${quoted(code)} is no ISO 3166-1 alpha-2 code: use one such as "JP".`);
  }

  countries(path: string, codes: readonly string[], most = MOST_ITEMS): void {
    for (const [index, code] of this.atMost(path, codes, most).entries()) this.country(`${path}[${String(index)}]`, code);
  }

  /** Recording officers choose from the list; only imports keep codes that it does not know. */
  code(path: string, list: string, code: string): void {
    if (!isKnownCode(list, code)) this.add(path, `${quoted(code)} is not in the code list "${list}": the query \`codeLists\` shows its codes.`);
  }

  codes(path: string, list: string, codes: readonly string[], most = MOST_ITEMS): void {
    for (const [index, code] of this.atMost(path, codes, most).entries()) this.code(`${path}[${String(index)}]`, list, code);
  }

  /** A calendar day that exists and is not in the future. */
  pastDay(path: string, day: string, now: Date): void {
    if (!isCalendarDay(day)) this.add(path, `${quoted(day)} is no calendar day: write it as YYYY-MM-DD.`);
    // A day is over somewhere on earth fourteen hours before it is over in UTC.
    else if (day > new Date(now.getTime() + 14 * 3_600_000).toISOString().slice(0, 10)) this.add(path, `${day} lies in the future.`);
  }
}
