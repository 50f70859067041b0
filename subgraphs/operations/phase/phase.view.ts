import { codedTerm } from '../../../shared/reference/code-lists.js';
import { toPeriod } from '../operation/period.view.js';
import type { PhaseRecord } from './phase.record.js';
import { Phase } from './phase.type.js';

export function toPhase({ name, kind, period, note }: PhaseRecord): Phase {
  return Object.assign(new Phase(), { name, kind: codedTerm('phaseKind', kind), period: toPeriod(period), note });
}
