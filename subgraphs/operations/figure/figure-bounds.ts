/** What value and qualifier say about the true number; null = not known. */
export interface FigureBounds {
  readonly lower: string | null;
  readonly upper: string | null;
}

/**
 * Only words that say a side give a bound. "About" and a round number as stated give none, and a preliminary number
 * may move either way. An unknown qualifier says nothing.
 */
export function figureBounds(value: string | null, qualifier: string): FigureBounds {
  switch (qualifier) {
    case 'EXACT':
      return { lower: value, upper: value };
    case 'MORE_THAN':
      return { lower: value, upper: null };
    case 'NEARLY':
      return { lower: null, upper: value };
    default:
      return { lower: null, upper: null };
  }
}
