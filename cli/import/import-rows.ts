import { setTimeout as pause } from 'node:timers/promises';
import { CodedError } from '../../shared/errors/coded-error.js';
import { MOST_ROWS, type BatchOutcome } from '../../shared/record/batch-recorder.js';
import type { InputIssue } from '../../shared/graphql/outcomes.type.js';
import type { CsvRow } from './csv-file.js';
import type { RefusedRows } from './refused-rows.js';
import type { ReadRow, RowIssue } from './row-reader.js';

/** A row of a file as its report names it. */
type FileRow = Pick<CsvRow, 'line' | 'cells' | 'bytes'>;

type Records<Input> = (inputs: readonly Input[]) => Promise<BatchOutcome>;

export interface ImportCounts {
  readonly recorded: number;
  readonly repeated: number;
  readonly refused: number;
}

/** What a row says: an input, what is wrong with it, or the same as an earlier row of its batch. */
export type RowSaid<Input> = ReadRow<Input> | { readonly repeats: true };

/** Reads rows in their order. */
export interface ReadsRows<Row, Input> {
  read(row: Row): RowSaid<Input>;
  /** What the exchange said of a row, with the columns that said it. */
  locate(issues: readonly InputIssue[], movedUp: boolean): RowIssue[];
}

export interface RowImport<Input, Row extends FileRow> {
  readonly rows: AsyncIterable<Row>;
  readonly reader: ReadsRows<Row, Input>;
  /** Records what it can of up to 500 inputs, in one entry of the journal. */
  readonly record: Records<Input>;
  readonly refused: Pick<RefusedRows, 'add'>;
  readonly progress: (counts: ImportCounts, bytes: number) => void;
}

interface Line<Input, Row> {
  readonly row: Row;
  readonly read: RowSaid<Input>;
}

type LineOutcome = 'RECORDED' | 'REPEATED' | readonly RowIssue[];

/** While the store writes one batch, the next is read; more would only take memory. */
const AT_WORK = 2;
/** How long a store that does not answer is waited for before the import gives up. */
const PAUSES_MILLISECONDS = [500, 2_000, 8_000];

/**
 * Records the rows of a file, 500 lines at a time. A batch stands or falls as one, and what stands is recognised by its
 * reference: an import that was cut off is simply run again.
 */
export async function importRows<Input, Row extends FileRow>({ rows, reader, record, refused, progress }: RowImport<Input, Row>): Promise<ImportCounts> {
  const counts = { recorded: 0, repeated: 0, refused: 0 };
  const atWork: { readonly lines: readonly Line<Input, Row>[]; readonly outcomes: Promise<LineOutcome[]> }[] = [];

  const finishOne = async (): Promise<void> => {
    const next = atWork.shift();
    if (next === undefined) return;
    for (const [index, outcome] of (await next.outcomes).entries()) {
      const line = next.lines[index];
      if (line === undefined) continue;
      if (outcome === 'RECORDED') counts.recorded += 1;
      else if (outcome === 'REPEATED') counts.repeated += 1;
      else {
        counts.refused += 1;
        await refused.add({ line: line.row.line, cells: line.row.cells }, outcome);
      }
    }
    progress(counts, next.lines.at(-1)?.row.bytes ?? 0);
  };

  const begin = (lines: readonly Line<Input, Row>[]): void => {
    const outcomes = recordLines(lines, reader, record);
    // It is awaited in its turn; until then a fault of it is nobody's yet.
    outcomes.catch(() => undefined);
    atWork.push({ lines, outcomes });
  };

  try {
    let lines: Line<Input, Row>[] = [];
    for await (const row of rows) {
      lines.push({ row, read: reader.read(row) });
      if (lines.length < MOST_ROWS) continue;
      begin(lines);
      lines = [];
      if (atWork.length >= AT_WORK) await finishOne();
    }
    if (lines.length > 0) begin(lines);
    while (atWork.length > 0) await finishOne();
    return counts;
  } finally {
    // Whatever went wrong, nobody closes the store under a batch that is being written.
    await Promise.allSettled(atWork.map(({ outcomes }) => outcomes));
  }
}

async function recordLines<Input, Row extends FileRow>(
  lines: readonly Line<Input, Row>[],
  reader: Pick<ReadsRows<Row, Input>, 'locate'>,
  record: Records<Input>,
): Promise<LineOutcome[]> {
  const inputs = lines.flatMap(({ read }) => ('input' in read ? [read.input] : []));
  const recorded = (await recordInputs(inputs, record)).values();
  return lines.map(({ read }): LineOutcome => {
    if ('repeats' in read) return 'REPEATED';
    if ('issues' in read) return read.issues;
    const outcome = recorded.next().value;
    if (outcome === undefined) throw new Error('A row has no outcome.');
    return typeof outcome === 'string' ? outcome : reader.locate(outcome, read.movedUp);
  });
}

type InputOutcome = 'RECORDED' | 'REPEATED' | readonly { readonly path: string; readonly message: string }[];

/** Rows that are too large for one entry go in halves. */
async function recordInputs<Input>(inputs: readonly Input[], record: Records<Input>): Promise<InputOutcome[]> {
  if (inputs.length === 0) return [];
  const outcome = await patiently(() => record(inputs));
  if ('report' in outcome) {
    return outcome.report.rows.map(({ outcome: told, issues }) => (told === 'RECORDED' || told === 'REPEATED' ? told : issues));
  }
  const { refused } = outcome;
  if (!('issues' in refused)) throw new Error(refused.message);
  if (inputs.length === 1) return [refused.issues];
  const middle = Math.ceil(inputs.length / 2);
  return [...(await recordInputs(inputs.slice(0, middle), record)), ...(await recordInputs(inputs.slice(middle), record))];
}

/** A write whose outcome is not known is simply made again: if it stands, it is a repeat. */
async function patiently<Result>(write: () => Promise<Result>): Promise<Result> {
  for (const milliseconds of PAUSES_MILLISECONDS) {
    try {
      return await write();
    } catch (fault) {
      if (!(fault instanceof CodedError && fault.code === 'UNAVAILABLE')) throw fault;
      await pause(milliseconds);
    }
  }
  return write();
}
