import { given } from '../../../shared/graphql/given.js';
import { actionFromInput, checkAction } from '../../../shared/record/action-input-reader.js';
import { BatchRecorder, type BatchOutcome } from '../../../shared/record/batch-recorder.js';
import type { BatchMode } from '../../../shared/record/batch-report.type.js';
import type { HandledRecord } from '../../../shared/record/handled-record.js';
import type { InputIssues } from '../../../shared/record/input-issues.js';
import type { RecordOutcome } from '../../../shared/record/record-outcome.js';
import { RecordVerbs } from '../../../shared/record/record-verbs.js';
import { RecordWriter, type NewRecord, type Reads, type RecordKind } from '../../../shared/record/record-writer.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import { identityFromInput, personFromCorrection } from '../person/person.input-reader.js';
import type { PersonRecord } from '../person/person.record.js';
import type { CorrectRescueInput, RecordRescueInput } from './rescue.inputs.js';
import type { RescueRecord } from './rescue.model.js';
import { RESCUE_TALLY } from './rescue.tally.js';

type RescueContent = Omit<RescueRecord, keyof HandledRecord<PersonRecord>>;

const KIND: RecordKind<RescueRecord> = { collection: 'rescues', tally: RESCUE_TALLY, identityField: 'person' };

/** Reads what officers say about rescues. The verbs themselves are those of every record. */
export class RescueService {
  readonly verbs: RecordVerbs<PersonRecord, RescueRecord>;
  readonly #writer: RecordWriter<PersonRecord, RescueRecord>;
  readonly #batches: BatchRecorder<PersonRecord, RescueRecord>;
  readonly #runtime: SubgraphRuntime;

  constructor(runtime: SubgraphRuntime) {
    this.#runtime = runtime;
    this.#writer = new RecordWriter(runtime, KIND);
    this.#batches = new BatchRecorder(runtime, KIND);
    this.verbs = new RecordVerbs(runtime, this.#writer);
  }

  record(viewer: Viewer, input: RecordRescueInput): Promise<RecordOutcome> {
    return this.#writer.record(viewer, input, this.#read(viewer, input));
  }

  recordBatch(viewer: Viewer, rows: readonly RecordRescueInput[], mode: BatchMode): Promise<BatchOutcome> {
    return this.#batches.record(viewer, rows, mode, (row) => this.#read(viewer, row));
  }

  #read(viewer: Viewer, input: RecordRescueInput): Reads<NewRecord<PersonRecord, RescueContent>> {
    return (issues) => {
      const action = actionFromInput(this.#runtime, viewer, input, issues);
      const identity = input.person ? identityFromInput(this.#runtime, viewer, action.label, input.person, 'person', issues) : null;
      const content: RescueContent = { ...action.content, victimState: input.victimState };
      this.#check(content, issues);
      return { ...action, identity, content };
    };
  }

  correct(viewer: Viewer, { id, version, person, ...input }: CorrectRescueInput): Promise<RecordOutcome> {
    return this.#writer.correct(viewer, id, version, (issues) => {
      const content: Partial<RescueContent> = given(input);
      this.#check(content, issues);
      return { content, ...(person ? { identity: personFromCorrection(person, 'person', issues) } : {}) };
    });
  }

  #check(content: Partial<RescueContent>, issues: InputIssues): void {
    checkAction(content, this.#runtime.clock.now(), issues);
    if (content.victimState !== undefined) issues.code('victimState', 'victimState', content.victimState);
  }
}
