import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import { given } from '../../../shared/graphql/given.js';
import { actionFromInput, checkAction } from '../../../shared/record/action-input-reader.js';
import type { HandledRecord } from '../../../shared/record/handled-record.js';
import type { InputIssues } from '../../../shared/record/input-issues.js';
import type { RecordOutcome } from '../../../shared/record/record-outcome.js';
import { RecordVerbs } from '../../../shared/record/record-verbs.js';
import { RecordWriter } from '../../../shared/record/record-writer.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import { identityFromInput, personFromCorrection } from '../person/person.input-reader.js';
import type { PersonRecord } from '../person/person.record.js';
import type { CorrectArrestInput, RecordArrestInput } from './arrest.inputs.js';
import type { ArrestRecord } from './arrest.model.js';

type ArrestContent = Omit<ArrestRecord, keyof HandledRecord<PersonRecord>>;

/** Reads what officers say about arrests. The verbs themselves are those of every record. */
export class ArrestService {
  readonly verbs: RecordVerbs<PersonRecord, ArrestRecord>;
  readonly #writer: RecordWriter<PersonRecord, ArrestRecord>;
  readonly #runtime: SubgraphRuntime;

  constructor(runtime: SubgraphRuntime) {
    this.#runtime = runtime;
    this.#writer = new RecordWriter(runtime, { collection: 'arrests', identityField: 'suspect' });
    this.verbs = new RecordVerbs(runtime, this.#writer);
  }

  record(viewer: Viewer, input: RecordArrestInput): Promise<RecordOutcome> {
    return this.#writer.record(viewer, input, (issues) => {
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
        evaluation: input.evaluation ? { source: input.evaluation.source, information: input.evaluation.information } : null,
      };
      this.#check(content, issues);
      return { ...action, identity, content };
    });
  }

  correct(viewer: Viewer, { id, version, suspect, ...input }: CorrectArrestInput): Promise<RecordOutcome> {
    return this.#writer.correct(viewer, id, version, (issues) => {
      const content: Partial<ArrestContent> = given(input, ['role']);
      this.#check(content, issues);
      return { content, ...(suspect ? { identity: personFromCorrection(suspect, 'suspect', issues) } : {}) };
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
    if (content.evaluation && !/^[ABCX]$/.test(content.evaluation.source)) issues.add('evaluation.source', 'Use A, B, C or X.');
    if (content.evaluation && !/^[1-4]$/.test(content.evaluation.information)) issues.add('evaluation.information', 'Use 1, 2, 3 or 4.');
    if (content.role !== undefined && content.role !== null) issues.code('role', 'role', content.role);
  }
}
