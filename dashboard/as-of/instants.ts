import type { Period } from '../api/fragments.js';

const DAY_MS = 86_400_000;
const WRITTEN = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2})(?::(\d{2})(\.\d{1,3})?)?)?(?: ?(?:UTC|Z))?$/;

/** The slider counts whole days of UTC since 1970; each stands for its last instant. */
export function dayOf(instant: string): number {
  return Math.floor(Date.parse(instant) / DAY_MS);
}

export function endOfDay(day: number): string {
  return new Date((day + 1) * DAY_MS - 1).toISOString();
}

/** No record of an operation counts before the operation begins; without a stated beginning, a year is shown. */
export function firstDay(period: Period | null, now: Date): number {
  const start = period?.start?.from;
  const day = start === undefined ? dayOf(now.toISOString()) - 365 : dayOf(`${start}T00:00:00Z`);
  return Math.min(day, lastDay(now) - 1);
}

export function lastDay(now: Date): number {
  return dayOf(now.toISOString());
}

/** An instant as an officer writes it, in UTC; a day alone is its end. Undefined when it is none, or lies in the future. */
export function readInstant(text: string, now: Date): string | undefined {
  const parts = WRITTEN.exec(text.trim());
  if (parts === null) return undefined;
  const [, day = '', minute, second = '00', fraction = ''] = parts;
  const read = new Date(minute === undefined ? `${day}T23:59:59.999Z` : `${day}T${minute}:${second}${fraction}Z`);
  if (Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== day || read > now) return undefined;
  return read.toISOString();
}
