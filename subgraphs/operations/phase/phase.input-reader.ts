import type { InputIssues } from '../../../shared/record/input-issues.js';
import { checkPeriod } from '../operation/period.js';
import type { PhaseInput } from './phase.inputs.js';
import type { PhaseRecord } from './phase.record.js';

const MOST_PHASES = 20;
const LONGEST_NOTE = 2_000;

/** Reads the phases of an operation; what is wrong with one is added under its place in the list. */
export function phasesFromInput(inputs: readonly PhaseInput[], issues: InputIssues): PhaseRecord[] {
  return issues.atMost('phases', inputs, MOST_PHASES).map(({ name, kind, start, end, note }, index) => {
    const path = `phases[${String(index)}]`;
    issues.text(`${path}.name`, name);
    issues.code(`${path}.kind`, 'phaseKind', kind);
    checkPeriod(start, end, `${path}.`, issues);
    if (note) issues.text(`${path}.note`, note, LONGEST_NOTE);
    return { name, kind, period: start || end ? { start: start || null, end: end || null } : null, note: note || null };
  });
}
