import type { TallyStore } from '../tally/tally.store.js';
import { dayWindows, nameAll, type DayWindow, type Sees } from './day-windows.js';

/** Oldest first, or latest first. */
export type DayOrder = 1 | -1;

/** A part of a list: records of these labels, on days behind one and up to another; null is no bound. */
export interface DayRange {
  readonly labels: readonly string[];
  readonly behind: string | null;
  readonly last: string | null;
}

export interface DayListRequest {
  /** All that the reader sees and asks for. */
  readonly labels: readonly string[];
  /** The day at which the list begins, inclusive; null for its end. */
  readonly from: string | null;
  /** The day with which it ends at the latest; null for none. */
  readonly to: string | null;
  readonly order: DayOrder;
  readonly wanted: number;
  /** The day of the record behind which the list goes on; null where it begins with a day. */
  readonly cursorDay: string | null;
  /** Where all of it happened; undefined for anywhere. */
  readonly country?: string | undefined;
}

/** So many labels a store reads side by side without pain; for more, its plans fall off a cliff. */
const FEW_LABELS = 200;
const MOST_ATTEMPTS = 3;

/**
 * Finds the first rows of a list by day for a reader who sees many labels. How many records each label has on each
 * day tells how far back a page reaches, and which labels there are on the way: a query names only these.
 *
 * What the counts leave out would be missing from the list. So they are brought up to what any process has
 * acknowledged before they are used, and looked at again afterwards; where something has moved under the windows,
 * the list is read again. Where writing does not let up, all labels are named after all: slow, and never wrong. Windows are cut from what the reader sees alone, so hidden records change nothing.
 */
export class DayList {
  readonly #tallies: Pick<TallyStore, 'labelDays' | 'catchUp'>;
  readonly #collection: string;

  constructor(tallies: Pick<TallyStore, 'labelDays' | 'catchUp'>, collection: string) {
    this.#tallies = tallies;
    this.#collection = collection;
  }

  async rows<Row>(request: DayListRequest, find: (range: DayRange, limit: number) => Promise<readonly Row[]>): Promise<Row[]> {
    const { labels, wanted } = request;
    for (let attempt = 0; attempt < MOST_ATTEMPTS && labels.length > FEW_LABELS; attempt += 1) {
      const rows = await this.#byWindows(request, find);
      if (rows !== null) return rows;
    }
    return [...(await find({ labels, behind: null, last: null }, wanted))];
  }

  /** Null where the counts moved under the windows. */
  async #byWindows<Row>(request: DayListRequest, find: (range: DayRange, limit: number) => Promise<readonly Row[]>): Promise<Row[] | null> {
    const { wanted, order, cursorDay } = request;
    const visible = new Set(request.labels);
    const sees: Sees = (label) => visible.has(label);
    const before = await this.#tallies.catchUp();
    const rows: Row[] = [];
    const read: DayWindow[] = [];
    let ended = true;
    for (const window of dayWindows(this.#days(request), sees, wanted, cursorDay)) {
      rows.push(...(await find({ labels: [...window.labels], behind: window.behind, last: window.last }, wanted - rows.length)));
      read.push(window);
      if (rows.length < wanted) continue;
      ended = false;
      break;
    }
    const after = await this.#tallies.catchUp();
    // Between two windows a record could have gone from a day still to be read to one that had been.
    const atOnce = read.length < 2 && nameAll(read, ended, this.#days(request), sees, order);
    return after === before || atOnce ? rows : null;
  }

  *#days({ from, to, order, country }: DayListRequest): ReturnType<ReturnType<TallyStore['labelDays']>['walk']> {
    for (const day of this.#tallies.labelDays({ collection: this.#collection }).walk(order, from, country)) {
      if (to !== null && (order === 1 ? day.day > to : day.day < to)) return;
      yield day;
    }
  }
}
