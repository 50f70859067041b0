import Big from 'big.js';
import { figureBounds, type FigureBounds } from './figure-bounds.js';
import type { FigureConflictRecord } from '../operation/operation.model.js';
import type { FigureRecord } from './figure.model.js';

/** What is measured: a measure, and for money what happened to it, to which assets and in which currency. */
export interface Subject {
  readonly measure: string;
  readonly meaning: string | null;
  readonly assetClass: string | null;
  readonly currency: string | null;
}

type Statement = Pick<FigureRecord, 'measure' | 'meaning' | 'assetClass' | 'currency' | 'countries' | 'value' | 'qualifier' | 'note'>;

/** Whether a figure states the subject for the whole operation. Figures of countries are another telling, no addends. */
export function statesWhole(figure: Statement, subject: Subject): boolean {
  return (
    figure.countries.length === 0 &&
    figure.measure === subject.measure &&
    figure.meaning === subject.meaning &&
    figure.currency === subject.currency &&
    // Money of no stated class is money of all of them.
    (subject.assetClass === null || (figure.assetClass ?? 'ALL') === subject.assetClass)
  );
}

/**
 * What the statements about a whole operation bound its true number to; null = not known.
 *
 * Statements that can all be true hold together: the largest lower bound and the smallest upper one. Where they
 * contradict each other any of them may be the true one, so the bounds hold whichever it is. Statements with different
 * notes may speak of different things under one measure, whose sum no single one bounds from above. A disagreement
 * between sources that the operation records widens the bounds to its values.
 */
export function wholeBounds(statements: readonly Statement[], conflicts: readonly FigureConflictRecord[], { measure }: Pick<Subject, 'measure'>): FigureBounds {
  const bounds = statements.map(({ value, qualifier }) => figureBounds(value, qualifier)).filter(({ lower, upper }) => lower !== null || upper !== null);
  const lowers = bounds.map(({ lower }) => lower);
  const uppers = bounds.map(({ upper }) => upper);
  const [together, highest] = [largest(known(lowers)), smallest(known(uppers))];
  const agree = together === null || highest === null || new Big(together).lte(highest);
  const sameThing = new Set(statements.map(({ note }) => note)).size <= 1;
  const lower = agree ? together : whole(lowers, smallest);
  const upper = !sameThing ? null : agree ? highest : whole(uppers, largest);
  const disputed = conflicts.filter((conflict) => conflict.country === null && conflict.measure === measure).flatMap(({ values }) => values);
  return {
    lower: lower === null ? null : smallest([lower, ...disputed]),
    upper: upper === null ? null : largest([upper, ...disputed]),
  };
}

/** The outermost of them where all are known. */
function whole(bounds: readonly (string | null)[], outermost: (values: readonly string[]) => string | null): string | null {
  return bounds.includes(null) ? null : outermost(known(bounds));
}

function known(values: readonly (string | null)[]): string[] {
  return values.filter((value) => value !== null);
}

function largest(values: readonly string[]): string | null {
  return values.reduce<string | null>((most, value) => (most === null || new Big(value).gt(most) ? value : most), null);
}

function smallest(values: readonly string[]): string | null {
  return values.reduce<string | null>((least, value) => (least === null || new Big(value).lt(least) ? value : least), null);
}
