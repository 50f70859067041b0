import type { BatchOutcome } from '../../shared/record/batch-recorder.js';
import { MOST_ROWS } from '../../shared/record/batch-recorder.js';

/**
 * Records in batches. A row that is refused is a fault of the seed; but where the reference is all that is wrong,
 * somebody changed, retracted or erased that record since it was loaded, and it stays as it is.
 */
export async function recordTogether<Input>(inputs: readonly Input[], record: (rows: readonly Input[]) => Promise<BatchOutcome>): Promise<void> {
  for (let start = 0; start < inputs.length; start += MOST_ROWS) {
    const outcome = await record(inputs.slice(start, start + MOST_ROWS));
    if ('refused' in outcome) throw new Error(`The seed was refused: ${JSON.stringify(outcome.refused)}`);
    const fault = outcome.report.rows.find(({ issues }) => issues.some(({ path }) => path !== 'reference'));
    if (fault !== undefined) throw new Error(`The seed was refused: ${JSON.stringify(fault)}`);
  }
}
