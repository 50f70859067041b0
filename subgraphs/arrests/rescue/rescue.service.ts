import { given } from '../../../shared/graphql/given.js';
import { actionFromInput, checkAction } from '../../../shared/record/action-input-reader.js';
import { BatchRecorder, type BatchOutcome } from '../../../shared/record/batch-recorder.js';
import type { BatchMode } from '../../../shared/record/batch-report.type.js';
import { DoubleClaimVerbs } from '../../../shared/record/double-claims/double-claim-verbs.js';
import type { HandledRecord } from '../../../shared/record/handled-record.js';
import type { InputIssues } from '../../../shared/record/input-issues.js';
import { quoted } from '../../../shared/record/quoted.js';
import type { RecordOutcome } from '../../../shared/record/record-outcome.js';
import type { ReadableStore } from '../../../shared/record/record-loader.js';
import { RecordVerbs } from '../../../shared/record/record-verbs.js';
import { RecordWriter, type NewRecord, type Reads, type RecordKind } from '../../../shared/record/record-writer.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import { refusalToAct } from '../../../shared/viewer/may-act.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import type { ArrestStore } from '../arrest/arrest.store.js';
import { identityFromInput, personFromCorrection } from '../person/person.input-reader.js';
import type { PersonRecord } from '../person/person.record.js';
import type { CorrectRescueInput, RecordRescueInput } from './rescue.inputs.js';
import type { RescueRecord } from './rescue.model.js';
import { RESCUE_TALLY } from './rescue.tally.js';

type RescueContent = Omit<RescueRecord, keyof HandledRecord<PersonRecord>>;

const KIND: RecordKind<RescueRecord> = { collection: 'rescues', tally: RESCUE_TALLY, identityField: 'person', referenceFields: ['arrest'] };

/** Reads what officers say about rescues. The verbs themselves are those of every record. */
export class RescueService {
  readonly verbs: RecordVerbs<PersonRecord, RescueRecord>;
  readonly doubleClaims: DoubleClaimVerbs<PersonRecord, RescueRecord>;
  readonly #writer: RecordWriter<PersonRecord, RescueRecord>;
  readonly #batches: BatchRecorder<PersonRecord, RescueRecord>;
  readonly #runtime: SubgraphRuntime;
  readonly #arrests: ArrestStore;

  constructor(runtime: SubgraphRuntime, store: ReadableStore<RescueRecord>, arrests: ArrestStore) {
    this.#runtime = runtime;
    this.#arrests = arrests;
    this.#writer = new RecordWriter(runtime, KIND);
    this.#batches = new BatchRecorder(runtime, KIND);
    this.verbs = new RecordVerbs(runtime, this.#writer);
    this.doubleClaims = new DoubleClaimVerbs(runtime, this.#writer, store, { collection: KIND.collection, noun: 'rescue' });
  }

  async record(viewer: Viewer, input: RecordRescueInput): Promise<RecordOutcome> {
    const readable = await this.#readableArrests(viewer, [input]);
    return this.#writer.record(viewer, input, this.#read(viewer, input, readable));
  }

  async recordBatch(viewer: Viewer, rows: readonly RecordRescueInput[], mode: BatchMode): Promise<BatchOutcome> {
    const readable = await this.#readableArrests(viewer, rows);
    return this.#batches.record(viewer, rows, mode, (row) => this.#read(viewer, row, readable));
  }

  #read(viewer: Viewer, input: RecordRescueInput, readable: ReadonlySet<string>): Reads<NewRecord<PersonRecord, RescueContent>> {
    return (issues) => {
      const action = actionFromInput(this.#runtime, viewer, input, issues);
      const identity = input.person ? identityFromInput(this.#runtime, viewer, action.label, input.person, 'person', issues) : null;
      const content: RescueContent = { ...action.content, victimState: input.victimState, arrest: input.arrest ?? null };
      this.#check(content, readable, issues);
      return { ...action, identity, content };
    };
  }

  async correct(viewer: Viewer, { id, version, person, ...input }: CorrectRescueInput): Promise<RecordOutcome> {
    const readable = await this.#readableArrests(viewer, [input]);
    return this.#writer.correct(viewer, id, version, (issues) => {
      const content: Partial<RescueContent> = given(input, ['arrest']);
      this.#check(content, readable, issues);
      return { content, ...(person ? { identity: personFromCorrection(person, 'person', issues) } : {}) };
    });
  }

  /** Those of the arrests named that the viewer may read. Who may not write is not answered for what it may read, either. */
  async #readableArrests(viewer: Viewer, inputs: readonly Pick<RecordRescueInput, 'arrest'>[]): Promise<ReadonlySet<string>> {
    const named = [...new Set(inputs.flatMap(({ arrest }) => arrest ?? []))];
    if (named.length === 0 || refusalToAct(viewer, 'contributor') !== null) return new Set();
    return new Set((await this.#arrests.findReadable(viewer, named)).map(({ record }) => record._id));
  }

  #check(content: Partial<RescueContent>, readable: ReadonlySet<string>, issues: InputIssues): void {
    checkAction(content, this.#runtime.clock.now(), issues);
    if (content.victimState !== undefined) issues.code('victimState', 'victimState', content.victimState);
    if (content.arrest != null && !readable.has(content.arrest)) issues.add('arrest', `There is no arrest ${quoted(content.arrest)} that you may read.`);
  }
}
