import { compareDecimals } from '../format/decimal.js';
import type { Figure } from '../api/fragments.js';

/** A figure of the whole operation with the narrower statements of the same kind that stand below it. */
export interface Headline {
  readonly figure: Figure;
  readonly narrower: readonly Figure[];
}

/** What an operation is asked for first. A measure that is not listed follows, larger values first. */
const IMPORTANCE = ['ARRESTS', 'SUSPECTS_IDENTIFIED', 'AMOUNT', 'BANK_ACCOUNTS_FROZEN', 'VICTIMS_RESCUED', 'VICTIMS_IDENTIFIED', 'RAIDS'];
const MEANINGS = ['SEIZED', 'FROZEN', 'INTERCEPTED', 'RECOVERED', 'RETURNED', 'PREVENTED', 'UNCOVERED', 'LOSSES'];
const LARGE = 5;

export function ofWholeOperation(figures: readonly Figure[]): readonly Figure[] {
  return figures.filter((figure) => figure.countries.length === 0);
}

/** The most important figures to be set large, and the further ones. */
export function headlines(figures: readonly Figure[]): { readonly large: readonly Headline[]; readonly further: readonly Headline[] } {
  const whole = ofWholeOperation(figures);
  const narrowerOf = new Map<Figure, Figure[]>();
  const tops: Figure[] = [];
  for (const figure of whole) {
    const wider = isNarrow(figure) ? whole.find((other) => isSameMoney(other, figure) && !isNarrow(other)) : undefined;
    if (wider === undefined) tops.push(figure);
    else narrowerOf.set(wider, [...(narrowerOf.get(wider) ?? []), figure]);
  }
  const ordered = tops.sort(byImportance).map((figure) => ({ figure, narrower: narrowerOf.get(figure) ?? [] }));
  return { large: ordered.slice(0, LARGE), further: ordered.slice(LARGE) };
}

function isNarrow(figure: Figure): boolean {
  return figure.assetClass !== null && figure.assetClass.code !== 'ALL';
}

function isSameMoney(a: Figure, b: Figure): boolean {
  return a.measure.code === b.measure.code && a.meaning?.code === b.meaning?.code && a.currencyCode === b.currencyCode;
}

function byImportance(a: Figure, b: Figure): number {
  return (
    placeIn(IMPORTANCE, a.measure.code) - placeIn(IMPORTANCE, b.measure.code) ||
    placeIn(MEANINGS, a.meaning?.code ?? '') - placeIn(MEANINGS, b.meaning?.code ?? '') ||
    compareDecimals(b.value ?? '0', a.value ?? '0')
  );
}

function placeIn(order: readonly string[], code: string): number {
  const place = order.indexOf(code);
  return place === -1 ? order.length : place;
}
