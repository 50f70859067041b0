import { given } from '../../../shared/graphql/given.js';
import { mayName } from '../../../shared/handling/may-read.js';
import { BatchRecorder, type BatchOutcome } from '../../../shared/record/batch-recorder.js';
import type { BatchMode } from '../../../shared/record/batch-report.type.js';
import type { HandledRecord } from '../../../shared/record/handled-record.js';
import type { InputIssues } from '../../../shared/record/input-issues.js';
import { labelFromInput } from '../../../shared/record/label-from-input.js';
import type { RecordOutcome } from '../../../shared/record/record-outcome.js';
import { RecordVerbs } from '../../../shared/record/record-verbs.js';
import { RecordWriter, type NewRecord, type Reads, type RecordKind } from '../../../shared/record/record-writer.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import type { CodeUse } from '../code-use.js';
import { checkConcepts } from '../tag/tag.input-reader.js';
import type { CorrectExchangeOperatorInput, RecordExchangeOperatorInput } from './exchange-operator.inputs.js';
import type { ExchangeOperatorRecord } from './exchange-operator.model.js';
import { EXCHANGE_OPERATORS } from './exchange-operator.store.js';

type ExchangeOperatorContent = Omit<ExchangeOperatorRecord, keyof HandledRecord<null>>;

const KIND: RecordKind<ExchangeOperatorRecord> = { collection: EXCHANGE_OPERATORS, tally: null, identityField: 'identity' };
const LONGEST_NAME = 150;
const LONGEST_ACTOR = 100;
const LONGEST_WEB_ADDRESS = 500;
const LONGEST_CONTEXT = 10_000;
/** ISO 3166-1 has 249 countries. */
const MOST_JURISDICTIONS = 249;

/** Reads what officers and actor packs say about exchange operators. The verbs themselves are those of every record. */
export class ExchangeOperatorService {
  readonly verbs: RecordVerbs<null, ExchangeOperatorRecord>;
  readonly #runtime: SubgraphRuntime;
  readonly #writer: RecordWriter<null, ExchangeOperatorRecord>;
  readonly #batches: BatchRecorder<null, ExchangeOperatorRecord>;

  constructor(runtime: SubgraphRuntime) {
    this.#runtime = runtime;
    this.#writer = new RecordWriter(runtime, KIND);
    this.#batches = new BatchRecorder(runtime, KIND);
    this.verbs = new RecordVerbs(runtime, this.#writer);
  }

  /** The id behind a code (`interpol/binance`), where the viewer may name the organisation in it. */
  idOf(viewer: Viewer, code: string): string | null {
    const slash = code.indexOf('/');
    const [originator, reference] = [code.slice(0, Math.max(slash, 0)), code.slice(slash + 1)];
    const entry = this.#runtime.directory().organisation(originator);
    const named = entry !== undefined && mayName(viewer, { label: entry.label, reviewMonth: null, erased: false }, this.#runtime.visible.facts());
    return named ? this.#runtime.ids.of(originator, EXCHANGE_OPERATORS, reference) : null;
  }

  record(viewer: Viewer, input: RecordExchangeOperatorInput): Promise<RecordOutcome> {
    return this.#writer.record(viewer, input, this.#read(viewer, input, 'LISTED'));
  }

  recordBatch(viewer: Viewer, rows: readonly RecordExchangeOperatorInput[], mode: BatchMode, codes: CodeUse = 'LISTED'): Promise<BatchOutcome> {
    return this.#batches.record(viewer, rows, mode, (row) => this.#read(viewer, row, codes));
  }

  correct(viewer: Viewer, { id, version, ...input }: CorrectExchangeOperatorInput): Promise<RecordOutcome> {
    return this.#writer.correct(viewer, id, version, (issues) => {
      const { name, jurisdictions, ...said } = given(input, ['context']);
      check({ name, jurisdictions, ...said }, 'LISTED', issues);
      return {
        content: {
          ...said,
          ...(name === undefined ? {} : { name, nameKey: nameKeyOf(name) }),
          ...(jurisdictions === undefined ? {} : { jurisdictions: inOrder(jurisdictions) }),
        },
      };
    });
  }

  #read(viewer: Viewer, input: RecordExchangeOperatorInput, codes: CodeUse): Reads<NewRecord<null, ExchangeOperatorContent>> {
    return (issues) => {
      const { actor, name, categories, jurisdictions, webAddresses, context, pack } = input;
      check(input, codes, issues);
      if (pack) issues.text('pack', pack);
      return {
        operation: null,
        label: labelFromInput(this.#runtime, viewer, null, input.handling, 'handling', issues),
        identity: null,
        content: {
          actor, name, categories, webAddresses, nameKey: nameKeyOf(name), jurisdictions: inOrder(jurisdictions), context: context ?? null, pack: pack ?? null,
        },
      };
    };
  }
}

interface Checked {
  readonly actor?: string | undefined;
  readonly name?: string | undefined;
  readonly context?: string | null | undefined;
  readonly categories?: readonly string[] | undefined;
  readonly jurisdictions?: readonly string[] | undefined;
  readonly webAddresses?: readonly string[] | undefined;
}

function check({ actor, name, context, categories, jurisdictions, webAddresses }: Checked, codes: CodeUse, issues: InputIssues): void {
  for (const [field, value, longest] of [['actor', actor, LONGEST_ACTOR], ['name', name, LONGEST_NAME], ['context', context, LONGEST_CONTEXT]] as const) {
    if (value !== undefined && value !== null) issues.text(field, value, longest);
  }
  checkConcepts('categories', categories ?? [], codes, issues);
  issues.countries('jurisdictions', jurisdictions ?? [], MOST_JURISDICTIONS);
  for (const [index, address] of issues.atMost('webAddresses', webAddresses ?? []).entries()) issues.text(`webAddresses[${String(index)}]`, address, LONGEST_WEB_ADDRESS);
}

const nameKeyOf = (name: string): string => name.toLocaleLowerCase('en');
const inOrder = (codes: readonly string[]): string[] => [...new Set(codes)].sort();
