import { given } from '../../../shared/graphql/given.js';
import { actionFromInput, checkAction } from '../../../shared/record/action-input-reader.js';
import { BatchRecorder, type BatchOutcome } from '../../../shared/record/batch-recorder.js';
import type { BatchMode } from '../../../shared/record/batch-report.type.js';
import type { HandledRecord } from '../../../shared/record/handled-record.js';
import type { InputIssues } from '../../../shared/record/input-issues.js';
import { partHandlingFromInput, refusePartHandling } from '../../../shared/record/part-handling.js';
import type { RecordOutcome } from '../../../shared/record/record-outcome.js';
import { RecordVerbs } from '../../../shared/record/record-verbs.js';
import { RecordWriter, type NewRecord, type Reads, type RecordKind } from '../../../shared/record/record-writer.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import { identifiersFromInput } from '../identifiers/identifiers.input-reader.js';
import type { IdentifiersRecord } from '../identifiers/identifiers.record.js';
import { moneyFromInput } from '../money/money.input-reader.js';
import type { CorrectAssetInput, RecordAssetInput } from './asset.inputs.js';
import type { AssetRecord } from './asset.model.js';
import { firstCustodyStates } from './first-custody-states.js';

type AssetContent = Omit<AssetRecord, keyof HandledRecord<IdentifiersRecord>>;

const KIND: RecordKind = { collection: 'assets', identityField: 'identifiers' };

/** Reads what officers say about assets. The verbs themselves are those of every record. */
export class AssetService {
  readonly verbs: RecordVerbs<IdentifiersRecord, AssetRecord>;
  readonly #writer: RecordWriter<IdentifiersRecord, AssetRecord>;
  readonly #batches: BatchRecorder<IdentifiersRecord, AssetRecord>;
  readonly #runtime: SubgraphRuntime;

  constructor(runtime: SubgraphRuntime) {
    this.#runtime = runtime;
    this.#writer = new RecordWriter(runtime, KIND);
    this.#batches = new BatchRecorder(runtime, KIND);
    this.verbs = new RecordVerbs(runtime, this.#writer);
  }

  record(viewer: Viewer, input: RecordAssetInput): Promise<RecordOutcome> {
    return this.#writer.record(viewer, input, this.#read(viewer, input));
  }

  recordBatch(viewer: Viewer, rows: readonly RecordAssetInput[], mode: BatchMode): Promise<BatchOutcome> {
    return this.#batches.record(viewer, rows, mode, (row) => this.#read(viewer, row));
  }

  #read(viewer: Viewer, input: RecordAssetInput): Reads<NewRecord<IdentifiersRecord, AssetContent>> {
    return (issues) => {
      const action = actionFromInput(this.#runtime, viewer, input, issues);
      const { kind, quantity, value, custodyState, identifiers } = input;
      const identity = identifiers
        ? {
            value: identifiersFromInput(identifiers, 'identifiers', issues),
            ...partHandlingFromInput(this.#runtime, viewer, action.label, identifiers, 'identifiers', issues),
          }
        : null;
      const content: AssetContent = {
        ...action.content,
        kind,
        quantity,
        value: value ? moneyFromInput(value, 'value', issues) : null,
        custodyState,
      };
      this.#check(content, issues);
      checkFirstCustodyState(content, 'custodyState', issues);
      return { ...action, identity, content };
    };
  }

  correct(viewer: Viewer, { id, version, identifiers, value, ...input }: CorrectAssetInput): Promise<RecordOutcome> {
    return this.#writer.correct(viewer, id, version, (issues) => {
      const stated = value ? moneyFromInput(value, 'value', issues) : null;
      const content: Partial<AssetContent> = { ...given(input), ...(value === undefined ? {} : { value: stated }) };
      this.#check(content, issues);
      if (identifiers) refusePartHandling(identifiers, 'identifiers', issues);
      const identity = identifiers ? { identity: identifiersFromInput(identifiers, 'identifiers', issues) } : {};
      return { content, ...identity, check: (corrected, found) => { checkFirstCustodyState(corrected, 'kind', found); } };
    });
  }

  #check({ kind, quantity, ...action }: Partial<AssetContent>, issues: InputIssues): void {
    checkAction(action, this.#runtime.clock.now(), issues);
    if (kind !== undefined) issues.code('kind', 'assetKind', kind);
    if (quantity !== undefined && !/^(?!-).*[1-9]/.test(quantity)) issues.add('quantity', 'A quantity is more than zero.');
  }
}

/** `path` is the field that can mend it. A kind that is not in the code list has an issue of its own. */
function checkFirstCustodyState({ kind, custodyState }: AssetContent, path: string, issues: InputIssues): void {
  const lawful = firstCustodyStates(kind);
  if (!lawful.includes(custodyState)) issues.add(path, `An asset of kind ${kind} is found ${lawful.join(' or ')}, not ${custodyState}.`);
}
