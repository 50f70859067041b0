import { given } from '../../../shared/graphql/given.js';
import { BatchRecorder, type BatchOutcome } from '../../../shared/record/batch-recorder.js';
import type { BatchMode } from '../../../shared/record/batch-report.type.js';
import type { HandledRecord } from '../../../shared/record/handled-record.js';
import type { InputIssues } from '../../../shared/record/input-issues.js';
import { labelFromInput } from '../../../shared/record/label-from-input.js';
import { operationToRecordUnder } from '../../../shared/record/operation-to-record-under.js';
import type { RecordOutcome } from '../../../shared/record/record-outcome.js';
import { RecordVerbs } from '../../../shared/record/record-verbs.js';
import { RecordWriter, type NewRecord, type Reads, type RecordKind } from '../../../shared/record/record-writer.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import type { CodeUse } from '../code-use.js';
import type { CorrectTagInput, RecordTagInput } from './tag.inputs.js';
import { checkTag, strengthOf, taggedFromInput } from './tag.input-reader.js';
import type { TagRecord } from './tag.model.js';
import { TAGS } from './tag.store.js';

export type TagContent = Omit<TagRecord, keyof HandledRecord<null>>;

const KIND: RecordKind<TagRecord> = { collection: TAGS, tally: null, identityField: 'identity' };

/** Reads what officers and files say about tags. The verbs themselves are those of every record. */
export class TagService {
  readonly verbs: RecordVerbs<null, TagRecord>;
  readonly #runtime: SubgraphRuntime;
  readonly #writer: RecordWriter<null, TagRecord>;
  readonly #batches: BatchRecorder<null, TagRecord>;

  constructor(runtime: SubgraphRuntime) {
    this.#runtime = runtime;
    this.#writer = new RecordWriter(runtime, KIND);
    this.#batches = new BatchRecorder(runtime, KIND);
    this.verbs = new RecordVerbs(runtime, this.#writer);
  }

  record(viewer: Viewer, input: RecordTagInput): Promise<RecordOutcome> {
    return this.#writer.record(viewer, input, this.#read(viewer, input, 'LISTED'));
  }

  recordBatch(viewer: Viewer, rows: readonly RecordTagInput[], mode: BatchMode, codes: CodeUse = 'LISTED'): Promise<BatchOutcome> {
    return this.#batches.record(viewer, rows, mode, (row) => this.#read(viewer, row, codes));
  }

  correct(viewer: Viewer, { id, version, ...input }: CorrectTagInput): Promise<RecordOutcome> {
    return this.#writer.correct(viewer, id, version, (issues) => {
      const said = given(input, ['currency', 'confidence', 'lastModified', 'category', 'abuse', 'actor', 'isClusterDefiner', 'context']);
      checkTag(said, this.#runtime.clock.now(), 'LISTED', issues);
      return { content: { ...said, ...(said.confidence === undefined ? {} : { strength: strengthOf(said.confidence) }) } };
    });
  }

  #read(viewer: Viewer, input: RecordTagInput, codes: CodeUse): Reads<NewRecord<null, TagContent>> {
    return (issues: InputIssues) => {
      const operation = operationToRecordUnder(this.#runtime, viewer, input.operation, issues);
      const label = labelFromInput(this.#runtime, viewer, operation, input.handling, 'handling', issues);
      const content: TagContent = {
        ...taggedFromInput(input, codes, issues),
        currency: input.currency ?? null,
        label: input.label,
        source: input.source,
        confidence: input.confidence ?? null,
        strength: strengthOf(input.confidence ?? null),
        lastModified: input.lastModified ?? null,
        category: input.category ?? null,
        abuse: input.abuse ?? null,
        concepts: input.concepts,
        actor: input.actor ?? null,
        isClusterDefiner: input.isClusterDefiner ?? null,
        context: input.context ?? null,
        pack: input.pack ?? null,
      };
      checkTag(content, this.#runtime.clock.now(), codes, issues);
      return { operation, label, identity: null, content };
    };
  }
}
