import type { FigureRecord, StatementRecord as Statement } from '../figure/figure.model.js';
import type { PublishedFigure } from './published-file.js';

/** What a figure is about, apart from what it says. */
type Subject = Pick<FigureRecord, 'measure' | 'currency' | 'meaning' | 'assetClass' | 'countries'>;
export interface FigureMatch {
  readonly published: PublishedFigure;
  /** Place in the file. */
  readonly index: number;
  /** The figure that the exchange holds already; undefined for a new one. */
  readonly held: FigureRecord | undefined;
}

export interface FigureMatches {
  readonly matches: readonly FigureMatch[];
  /** Held figures that the file no longer has. */
  readonly left: readonly FigureRecord[];
}

/**
 * Pairs the figures of a file with those held from an earlier version of it. Figures about the same thing (two kinds
 * of notices, say) are told apart by what they say, then by their note, then by their order. What a person made of a held figure
 * since says nothing about its place in the file.
 */
export function matchFigures(figures: readonly PublishedFigure[], held: readonly FigureRecord[]): FigureMatches {
  const left = new Set(held);
  const found = new Map<number, FigureRecord>();
  const passes: ((figure: PublishedFigure, candidate: FigureRecord) => boolean)[] = [
    (figure, candidate) => sameStatement(statementOf(figure), lastPublished(candidate)),
    (figure, candidate) => (figure.note ?? null) === lastPublished(candidate).note,
    () => true,
  ];
  for (const accept of passes) {
    for (const [index, figure] of figures.entries()) {
      if (found.has(index)) continue;
      const match = [...left].find((candidate) => sameSubject(subjectOf(figure), candidate) && accept(figure, candidate));
      if (match === undefined) continue;
      left.delete(match);
      found.set(index, match);
    }
  }
  return {
    matches: figures.map((published, index) => ({ published, index, held: found.get(index) })),
    left: [...left],
  };
}

export function subjectOf(figure: PublishedFigure): Subject {
  return {
    measure: figure.measure,
    currency: figure.currency ?? null,
    meaning: figure.meaning ?? null,
    assetClass: figure.assetClass ?? null,
    countries: figure.country ? [figure.country] : (figure.countries ?? []),
  };
}

export function statementOf(figure: PublishedFigure): Statement {
  return { value: figure.value, qualifier: figure.qualifier, note: figure.note ?? null };
}

function lastPublished(figure: FigureRecord): Statement {
  return figure.published ?? figure;
}

export function sameStatement(left: Statement, right: Statement): boolean {
  return left.value === right.value && left.qualifier === right.qualifier && left.note === right.note;
}

function sameSubject(left: Subject, right: Subject): boolean {
  const countries = (subject: Subject): string => [...subject.countries].sort().join();
  return (
    left.measure === right.measure &&
    left.currency === right.currency &&
    left.meaning === right.meaning &&
    left.assetClass === right.assetClass &&
    countries(left) === countries(right)
  );
}
