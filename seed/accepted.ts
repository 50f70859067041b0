import { Conflict } from '../shared/graphql/outcomes.type.js';
import type { RecordOutcome } from '../shared/record/record-outcome.js';

/**
 * A seed that is refused is a fault of the seed; but a record that somebody changed, retracted or erased since it was
 * loaded collides with its seed, and stays as it is.
 */
export function accepted(outcome: RecordOutcome): void {
  if ('refused' in outcome && !(outcome.refused instanceof Conflict)) throw new Error(`The seed was refused: ${JSON.stringify(outcome.refused)}`);
}
