import type { EvaluationInput } from '../graphql/evaluation.input.js';
import type { InputIssues } from './input-issues.js';

export interface EvaluationRecord {
  readonly source: string;
  readonly information: string;
}

export function evaluationFromInput(input: EvaluationInput | null | undefined, issues: InputIssues): EvaluationRecord | null {
  if (!input) return null;
  if (!/^[ABCX]$/.test(input.source)) issues.add('evaluation.source', 'Use A, B, C or X.');
  if (!/^[1-4]$/.test(input.information)) issues.add('evaluation.information', 'Use 1, 2, 3 or 4.');
  return { source: input.source, information: input.information };
}
