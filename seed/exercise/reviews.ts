import { Deck } from './deck.js';
import { REPORTING_INSTANTS } from './exercise-calendar.js';

/** When a part about a person is reviewed: five years on, or at the end of the month in which it was sent. */
export type Review = 'LATEST' | 'AT_ONCE';

export function reviewsOf(kind: string): Deck<Review> {
  return new Deck<Review>(`${kind}/review`, [[48, 'LATEST'], [2, 'AT_ONCE']]);
}

/** Null leaves the month to the rule. What is reviewed at once has been sealed since, for whoever reads it today. */
export function reviewMonthOf(review: Review, instant: number): string | null {
  return review === 'AT_ONCE' ? (REPORTING_INSTANTS[instant]?.slice(0, 7) ?? null) : null;
}
