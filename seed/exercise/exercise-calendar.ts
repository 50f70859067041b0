import type { PhaseInput } from '../../subgraphs/operations/phase/phase.inputs.js';
import type { Draw } from './draw.js';

/** The exercise plays in its own time, which is past for whoever reads it. */
export const BEGINS = '2025-09-01';
export const ENDS = '2026-04-30';

/** A phase of the exercise and how many of a hundred events fall into it. */
interface Stretch extends Omit<PhaseInput, 'start' | 'end'> {
  readonly start: string;
  readonly end: string;
  readonly share: number;
}

/** Two joint actions, in which most happens, and what lies between them. */
const STRETCHES: readonly Stretch[] = [
  { name: 'Preparation', kind: 'PREPARATION', start: BEGINS, end: '2025-11-02', share: 10 },
  { name: 'First joint action', kind: 'ENFORCEMENT', start: '2025-11-03', end: '2025-11-28', share: 30 },
  { name: 'What the first action brought', kind: 'INTELLIGENCE', start: '2025-11-29', end: '2026-02-01', share: 15 },
  { name: 'Second joint action', kind: 'ENFORCEMENT', start: '2026-02-02', end: '2026-03-13', share: 35 },
  { name: 'Follow-up', kind: 'FOLLOW_UP', start: '2026-03-14', end: ENDS, share: 10 },
];

export const EXERCISE_PHASES: PhaseInput[] = STRETCHES.map(({ share: _, ...phase }) => phase);

/** When the exercise is registered, before its first day is over anywhere. */
export const REGISTERED_AT = `${BEGINS}T06:00:00.000Z`;

/** A Friday for each of 35 weeks, the last one behind the last day. */
const FIRST_FRIDAY = '2025-09-05';
export const REPORTING_INSTANTS: readonly string[] = Array.from({ length: 35 }, (_, week) => `${addDays(FIRST_FRIDAY, week * 7)}T06:00:00.000Z`);
/** Each country reports every fourth week, a quarter of them in each, and everybody in the last. */
export const WEEKS_BETWEEN_REPORTS = 4;
export const LAST_INSTANT = REPORTING_INSTANTS.length - 1;

export function drawDay(draw: Draw): string {
  let card = draw.below(100);
  for (const { start, end, share } of STRETCHES) {
    if (card < share) return addDays(start, draw.below(daysBetween(start, end) + 1));
    card -= share;
  }
  throw new RangeError('The shares of the stretches do not make a hundred.');
}

/** The number of the first reporting instant on or after a day. */
export function instantFrom(day: string): number {
  const first = REPORTING_INSTANTS.findIndex((instant) => instant.slice(0, 10) >= day);
  if (first === -1) throw new RangeError(`Nothing is reported on ${day} or later.`);
  return first;
}

/** The number of the instant at which a country, by its turn in the four weeks, sends what happened on a day. */
export function reportedAt(day: string, weekOfCountry: number): number {
  const first = instantFrom(addDays(day, 1));
  const wait = (weekOfCountry + REPORTING_INSTANTS.length * WEEKS_BETWEEN_REPORTS - first) % WEEKS_BETWEEN_REPORTS;
  return Math.min(first + wait, LAST_INSTANT);
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

function daysBetween(first: string, last: string): number {
  return Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000);
}
