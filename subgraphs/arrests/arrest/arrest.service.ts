import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import { given } from '../../../shared/graphql/given.js';
import { actionFromInput, checkAction } from '../../../shared/record/action-input-reader.js';
import { BatchRecorder, type BatchOutcome } from '../../../shared/record/batch-recorder.js';
import type { BatchMode } from '../../../shared/record/batch-report.type.js';
import { evaluationFromInput } from '../../../shared/record/evaluation.input-reader.js';
import { DoubleClaimVerbs } from '../../../shared/record/double-claims/double-claim-verbs.js';
import type { HandledRecord } from '../../../shared/record/handled-record.js';
import type { InputIssues } from '../../../shared/record/input-issues.js';
import type { RecordOutcome } from '../../../shared/record/record-outcome.js';
import type { ReadableStore } from '../../../shared/record/record-loader.js';
import { RecordVerbs } from '../../../shared/record/record-verbs.js';
import { RecordWriter, type NewRecord, type Reads, type RecordKind } from '../../../shared/record/record-writer.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import { checkCell, membershipFromInput } from '../criminal-group/group-membership.input-reader.js';
import { identityFromInput, personFromCorrection } from '../person/person.input-reader.js';
import type { PersonRecord } from '../person/person.record.js';
import type { CorrectArrestInput, RecordArrestInput } from './arrest.inputs.js';
import type { ArrestRecord } from './arrest.model.js';
import { ARREST_TALLY } from './arrest.tally.js';

type ArrestContent = Omit<ArrestRecord, keyof HandledRecord<PersonRecord>>;

const KIND: RecordKind<ArrestRecord> = { collection: 'arrests', tally: ARREST_TALLY, identityField: 'suspect', referenceFields: ['group', 'cell'] };

/** Reads what officers say about arrests. The verbs themselves are those of every record. */
export class ArrestService {
  readonly verbs: RecordVerbs<PersonRecord, ArrestRecord>;
  readonly doubleClaims: DoubleClaimVerbs<PersonRecord, ArrestRecord>;
  readonly #writer: RecordWriter<PersonRecord, ArrestRecord>;
  readonly #batches: BatchRecorder<PersonRecord, ArrestRecord>;
  readonly #runtime: SubgraphRuntime;

  constructor(runtime: SubgraphRuntime, store: ReadableStore<ArrestRecord>) {
    this.#runtime = runtime;
    this.#writer = new RecordWriter(runtime, KIND);
    this.#batches = new BatchRecorder(runtime, KIND);
    this.verbs = new RecordVerbs(runtime, this.#writer);
    this.doubleClaims = new DoubleClaimVerbs(runtime, this.#writer, store, { collection: KIND.collection, noun: 'arrest' });
  }

  record(viewer: Viewer, input: RecordArrestInput): Promise<RecordOutcome> {
    return this.#writer.record(viewer, input, this.#read(viewer, input));
  }

  recordBatch(viewer: Viewer, rows: readonly RecordArrestInput[], mode: BatchMode): Promise<BatchOutcome> {
    return this.#batches.record(viewer, rows, mode, (row) => this.#read(viewer, row));
  }

  #read(viewer: Viewer, input: RecordArrestInput): Reads<NewRecord<PersonRecord, ArrestContent>> {
    return (issues) => {
      const action = actionFromInput(this.#runtime, viewer, input, issues);
      const identity = input.suspect ? identityFromInput(this.#runtime, viewer, action.label, input.suspect, 'suspect', issues) : null;
      const content: ArrestContent = {
        ...action.content,
        countriesOfCommission: input.countriesOfCommission,
        countriesOfVictims: input.countriesOfVictims,
        crimeType: input.crimeType,
        furtherCrimeTypes: input.furtherCrimeTypes,
        methods: input.methods,
        contactModes: input.contactModes,
        role: input.role ?? null,
        evaluation: evaluationFromInput(input.evaluation, issues),
        ...membershipFromInput(this.#runtime, viewer, { group: input.group ?? null, cell: input.cell ?? null }, issues),
      };
      this.#check(content, issues);
      checkCell(this.#runtime, viewer, content, issues);
      return { ...action, identity, content };
    };
  }

  correct(viewer: Viewer, { id, version, suspect, group, cell, evaluation, ...input }: CorrectArrestInput): Promise<RecordOutcome> {
    return this.#writer.correct(viewer, id, version, (issues) => {
      const membership = membershipFromInput(this.#runtime, viewer, { group, cell }, issues);
      const content: Partial<ArrestContent> = {
        ...given(input, ['role']),
        ...membership,
        ...(evaluation === undefined ? {} : { evaluation: evaluationFromInput(evaluation, issues) }),
      };
      this.#check(content, issues);
      return {
        content,
        ...(suspect ? { identity: personFromCorrection(suspect, 'suspect', issues) } : {}),
        // A cell is one of the group that the arrest names then.
        ...(membership.cell == null ? {} : { check: (corrected, found) => { checkCell(this.#runtime, viewer, corrected, found); } }),
      };
    });
  }

  #check(content: Partial<ArrestContent>, issues: InputIssues): void {
    checkAction(content, this.#runtime.clock.now(), issues);
    issues.countries('countriesOfCommission', content.countriesOfCommission ?? []);
    issues.countries('countriesOfVictims', content.countriesOfVictims ?? []);
    if (content.crimeType !== undefined) issues.code('crimeType', 'crimeType', content.crimeType);
    issues.codes('furtherCrimeTypes', 'crimeType', content.furtherCrimeTypes ?? []);
    issues.codes('methods', 'method', content.methods ?? []);
    issues.codes('contactModes', 'contactMode', content.contactModes ?? []);
    if (content.role !== undefined && content.role !== null) issues.code('role', 'role', content.role);
  }
}
