import type { LaterChange } from './later-changes.js';

/** One record of the exercise: who sends it, when, what it says, and what becomes of it. */
export interface Contribution<Input, Correction> {
  readonly organisation: string;
  /** The reporting instant at which it is sent. */
  readonly instant: number;
  readonly input: Input;
  readonly later: LaterChange | null;
  /** What a correction says instead. */
  readonly correction: Correction;
}

/** The reference of the record of a turn: `MOSAIC-A-00001` is the first arrest. */
export function referenceOf(kind: 'A' | 'R' | 'S', turn: number): string {
  return `MOSAIC-${kind}-${numberOf(turn)}`;
}

export function numberOf(turn: number): string {
  return String(turn + 1).padStart(5, '0');
}
