import { Forbidden, InvalidInput, type InputIssue } from '../graphql/outcomes.type.js';
import type { JournalView } from '../journal/batch.js';
import { DraftTooLargeError, type DraftChange } from '../journal/draft.js';
import type { SubgraphRuntime } from '../subgraph-server/subgraph-runtime.js';
import { refusalToAct } from '../viewer/may-act.js';
import type { Viewer } from '../viewer/viewer.js';
import { BatchReport, BatchRow, type BatchMode } from './batch-report.type.js';
import type { HandledRecord } from './handled-record.js';
import { JournalWriter } from './journal-writer.js';
import type { Refused } from './record-outcome.js';
import type { ContentOf, NewRecord, Reads, RecordKind, Said } from './record-writer.js';
import { Recorder, type Recording } from './recorder.js';

/** How many rows one batch holds: what one entry of the journal keeps. */
export const MOST_ROWS = 500;

export type BatchOutcome = { readonly report: BatchReport } | Refused;

/** A row, and what is wrong with it beside its content. */
interface Row<Identity, Content> {
  readonly recording: Recording<Identity, Content>;
  readonly taken: InputIssue | null;
}

type DecidedRow = { readonly changes: readonly DraftChange[] } | { readonly repeated: true } | { readonly issues: readonly InputIssue[] };

/**
 * Records many things in one entry of the journal. Each row is read, checked and decided as it would be alone; nothing
 * of a batch is written before all of it has been decided, and all of it stands or none.
 */
export class BatchRecorder<Identity, Rec extends HandledRecord<Identity>> {
  readonly #kind: RecordKind<Rec>;
  readonly #recorder: Recorder<Identity, Rec>;
  readonly #writer: JournalWriter;

  constructor(runtime: SubgraphRuntime, kind: RecordKind<Rec>) {
    this.#kind = kind;
    this.#recorder = new Recorder(runtime, kind);
    this.#writer = new JournalWriter(runtime);
  }

  async record<Input extends Said>(
    viewer: Viewer,
    inputs: readonly Input[],
    mode: BatchMode,
    read: (input: Input) => Reads<NewRecord<Identity, ContentOf<Identity, Rec>>>,
  ): Promise<BatchOutcome> {
    const because = refusalToAct(viewer, 'contributor');
    if (because !== null) return { refused: Forbidden.because(because) };
    if (inputs.length === 0 || inputs.length > MOST_ROWS) {
      return refusedWhole(`A batch holds 1 to ${MOST_ROWS} rows; these are ${inputs.length}.`);
    }
    const rows = this.#read(viewer, inputs, read);
    let reported: BatchRow[] = [];
    try {
      const outcome = await this.#writer.write(viewer, { id: this.#kind.collection }, async (view) => {
        const decided = await Promise.all(rows.map((row) => this.#decide(row, view)));
        const holdsBack = mode === 'REFUSE_ALL' && decided.some((row) => 'issues' in row);
        reported = decided.map((row, index) => report(index, rows[index]?.recording, row, holdsBack));
        const changes = holdsBack ? [] : onceEach(decided.flatMap((row) => ('changes' in row ? row.changes : [])));
        return changes.length === 0 ? { unchanged: true } : { action: 'RECORD_BATCH', subject: this.#kind.collection, changes };
      });
      return 'refused' in outcome ? outcome : { report: BatchReport.of(reported, outcome.accepted.receipt) };
    } catch (fault) {
      if (fault instanceof DraftTooLargeError) return refusedWhole('These rows are too large for one entry of the journal: send fewer at once.');
      throw fault;
    }
  }

  #read<Input extends Said>(
    viewer: Viewer,
    inputs: readonly Input[],
    read: (input: Input) => Reads<NewRecord<Identity, ContentOf<Identity, Rec>>>,
  ): Row<Identity, ContentOf<Identity, Rec>>[] {
    const references = new Set<string>();
    return inputs.map((input) => {
      const taken = references.has(input.reference) ? TAKEN : null;
      references.add(input.reference);
      return { recording: this.#recorder.read(viewer, input, read(input)), taken };
    });
  }

  async #decide({ recording, taken }: Row<Identity, ContentOf<Identity, Rec>>, view: JournalView): Promise<DecidedRow> {
    if (taken !== null) return { issues: [...recording.issues, taken] };
    if (recording.issues.length > 0) return (await this.#recorder.isRepeat(recording, view)) ? { repeated: true } : { issues: recording.issues };
    const decided = await this.#recorder.decide(recording, view);
    return 'conflict' in decided ? { issues: [{ path: 'reference', message: decided.conflict }] } : decided;
  }
}

const TAKEN: InputIssue = { path: 'reference', message: 'An earlier row of this batch has the same reference: give each record one of its own.' };

function refusedWhole(message: string): Refused {
  return { refused: InvalidInput.of([{ path: 'rows', message }]) };
}

function report(index: number, recording: { readonly id: string; readonly reference: string } | undefined, row: DecidedRow, holdsBack: boolean): BatchRow {
  const { id = '', reference = '' } = recording ?? {};
  if ('issues' in row) return BatchRow.of({ index, reference, outcome: 'REFUSED', id: null, issues: [...row.issues] });
  if ('repeated' in row) return BatchRow.of({ index, reference, outcome: 'REPEATED', id, issues: [] });
  return holdsBack
    ? BatchRow.of({ index, reference, outcome: 'HELD_BACK', id: null, issues: [] })
    : BatchRow.of({ index, reference, outcome: 'RECORDED', id, issues: [] });
}

/** Rows that are the first to use a label would each make it known; what they say of it is the same. */
function onceEach(changes: readonly DraftChange[]): DraftChange[] {
  return [...new Map(changes.map((change) => [`${change.collection}\0${change.id}`, change])).values()];
}
