import type { LabelDay } from '../tally/label-days.js';

/** Days that lie together in the order of a list, and the labels that a reader sees on any of them. */
export interface DayWindow {
  /** The last day of the window before, which this one begins behind; null for the first. */
  readonly behind: string | null;
  readonly last: string;
  readonly labels: ReadonlySet<string>;
}

/** Whether a reader sees a label. Days and labels that it does not see never enter into a window. */
export type Sees = (label: string) => boolean;

/** A page fills from the first window unless a filter is narrow; then the next ones reach further. */
const GROWTH = 4;

/**
 * Cuts days, in the order of a list, into windows: the first holds as many visible records as are wanted, each further
 * one more. Behind a cursor, whose day is half read, one window is that day alone, before all others.
 */
export function* dayWindows(days: Iterable<LabelDay>, sees: Sees, wanted: number, cursorDay: string | null = null): Generator<DayWindow, void, undefined> {
  let enough = wanted;
  let behind: string | null = null;
  let last: string | null = null;
  let labels = new Set<string>();
  let records = 0;
  for (const { day, counts } of days) {
    const before = records;
    for (const [label, count] of counts) {
      if (!sees(label)) continue;
      labels.add(label);
      records += count;
    }
    if (records === before) continue;
    last = day;
    const isCursorDay = day === cursorDay;
    if (records < enough && !isCursorDay) continue;
    yield { behind, last, labels };
    [behind, last, labels, records, enough] = [last, null, new Set(), 0, isCursorDay ? wanted : enough * GROWTH];
  }
  if (last !== null) yield { behind, last, labels };
}

/**
 * Whether windows name every label that a reader sees on their days, as these are counted now; `ended`: no day with
 * anything to see was left behind the last window. Where not, something moved while the windows were read.
 */
export function nameAll(windows: readonly DayWindow[], ended: boolean, days: Iterable<LabelDay>, sees: Sees, order: 1 | -1): boolean {
  let at = 0;
  for (const { day, counts } of days) {
    for (let window = windows[at]; window !== undefined && isBehind(day, window.last, order); window = windows[at]) at += 1;
    const window = windows[at];
    if (window === undefined && !ended) return true;
    for (const label of counts.keys()) if (sees(label) && window?.labels.has(label) !== true) return false;
  }
  return true;
}

function isBehind(day: string, other: string, order: 1 | -1): boolean {
  return order === 1 ? day > other : day < other;
}
