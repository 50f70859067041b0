import type { ViewerName } from '../world/cast.js';
import type { Addition } from './addition.js';
import { ALL_ADDITIONS } from './all-additions.js';

/** In how many worlds of one run each addition is. */
const TIMES = 2;

/** Deals every addition to viewers from whom it is hidden, others with every seed: none is left out of a run. */
export function dealtTo(viewer: ViewerName, seed: number): readonly Addition[] {
  return ALL_ADDITIONS.filter(({ hiddenFrom }, index) =>
    Array.from({ length: TIMES }, (_, time) => (index + seed + Math.ceil((time * hiddenFrom.length) / TIMES)) % hiddenFrom.length)
      .some((turn) => hiddenFrom[turn] === viewer),
  );
}
