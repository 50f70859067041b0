import { given } from '../../../shared/graphql/given.js';
import { evaluationFromInput } from '../../../shared/record/evaluation.input-reader.js';
import type { HandledRecord } from '../../../shared/record/handled-record.js';
import type { InputIssues } from '../../../shared/record/input-issues.js';
import { labelFromInput } from '../../../shared/record/label-from-input.js';
import { operationToRecordUnder } from '../../../shared/record/operation-to-record-under.js';
import type { RecordOutcome } from '../../../shared/record/record-outcome.js';
import { RecordVerbs } from '../../../shared/record/record-verbs.js';
import { RecordWriter } from '../../../shared/record/record-writer.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import type { CorrectCriminalGroupInput, CriminalCellInput, RecordCriminalGroupInput } from './criminal-group.inputs.js';
import type { CriminalCellRecord, CriminalGroupRecord } from './criminal-group.model.js';
import { CRIMINAL_GROUPS } from './criminal-group.store.js';

type CriminalGroupContent = Omit<CriminalGroupRecord, keyof HandledRecord<null>>;

const LONGEST_NOTE = 2_000;
const LONGEST_CELL_CODE = 50;

/** Reads what officers say about criminal groups. The verbs themselves are those of every record. */
export class CriminalGroupService {
  readonly verbs: RecordVerbs<null, CriminalGroupRecord>;
  readonly #runtime: SubgraphRuntime;
  readonly #writer: RecordWriter<null, CriminalGroupRecord>;

  constructor(runtime: SubgraphRuntime) {
    this.#runtime = runtime;
    this.#writer = new RecordWriter(runtime, { collection: CRIMINAL_GROUPS, tally: null, identityField: 'identity' });
    this.verbs = new RecordVerbs(runtime, this.#writer);
  }

  record(viewer: Viewer, input: RecordCriminalGroupInput): Promise<RecordOutcome> {
    return this.#writer.record(viewer, input, (issues) => {
      const operation = operationToRecordUnder(this.#runtime, viewer, input.operation, issues);
      const label = labelFromInput(this.#runtime, viewer, operation, input.handling, 'handling', issues);
      const content: CriminalGroupContent = {
        name: input.name,
        crimeTypes: input.crimeTypes,
        note: input.note ?? null,
        evaluation: evaluationFromInput(input.evaluation, issues),
        cells: cellsFromInput(input.cells, issues),
      };
      check(content, issues);
      return { operation, label, identity: null, content };
    });
  }

  correct(viewer: Viewer, { id, version, cells, evaluation, ...input }: CorrectCriminalGroupInput): Promise<RecordOutcome> {
    return this.#writer.correct(viewer, id, version, (issues) => {
      const content: Partial<CriminalGroupContent> = {
        ...given(input, ['note']),
        ...(cells ? { cells: cellsFromInput(cells, issues) } : {}),
        ...(evaluation ? { evaluation: evaluationFromInput(evaluation, issues) } : {}),
      };
      check(content, issues);
      return { content };
    });
  }
}

function check({ name, crimeTypes, note }: Partial<CriminalGroupContent>, issues: InputIssues): void {
  if (name !== undefined) issues.text('name', name);
  issues.codes('crimeTypes', 'crimeType', crimeTypes ?? []);
  if (note) issues.text('note', note, LONGEST_NOTE);
}

function cellsFromInput(inputs: readonly CriminalCellInput[], issues: InputIssues): CriminalCellRecord[] {
  const seen = new Set<string>();
  return issues.atMost('cells', inputs).map(({ code, name, country, function: does }, index) => {
    const path = `cells[${String(index)}]`;
    issues.text(`${path}.code`, code, LONGEST_CELL_CODE);
    if (seen.has(code)) issues.add(`${path}.code`, 'Two cells have this code: each needs one of its own.');
    seen.add(code);
    issues.text(`${path}.name`, name);
    issues.country(`${path}.country`, country);
    issues.code(`${path}.function`, 'cellFunction', does);
    return { code, name, country, function: does };
  });
}
