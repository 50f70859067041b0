import { readFile, realpath } from 'node:fs/promises';
import type { Exchange } from '../open-exchange.js';
import { assertUtf8, csvRows, CsvFileError, findDelimiter, namesIn, type CsvRow } from './csv-file.js';
import { importProgress, inWords } from './import-progress.js';
import { importRows, type ImportCounts } from './import-rows.js';
import { importViewer, type ImportsFor } from './import-viewer.js';
import { importerOf, type ImportKind, type RecordInput } from './importer-of.js';
import { columnsOf, readMapping } from './mapping.js';
import { RefusedRows } from './refused-rows.js';
import { RowReader } from './row-reader.js';

export interface FileImport extends ImportsFor {
  readonly kind: ImportKind;
  readonly file: string;
  readonly mappingFile: string;
  /** Where refused rows are written; beside the file unless somebody says where. */
  readonly refusedFile: string | null;
}

/** What is told at the end; `complete` = no row was refused. */
export interface ImportEnd {
  readonly text: string;
  readonly complete: boolean;
}

export type ImportParts = Pick<Exchange, 'arrests' | 'assets' | 'virtualAssets' | 'directory'>;

/** Records the rows of a CSV file for an organisation. Nothing is written before file, mapping and right are found good. */
export async function importFile(exchange: ImportParts, asked: FileImport, output: NodeJS.WriteStream): Promise<ImportEnd> {
  const { kind, file, mappingFile, refusedFile } = asked;
  const mapping = readMapping(await readFile(mappingFile, 'utf8'));
  const { input, record } = importerOf(exchange, importViewer(exchange, asked), kind);
  const bytes = await assertUtf8(file);
  const [header, rows] = await headerAndRows(file, mapping.delimiter ?? (await findDelimiter(file, [...columnsOf(mapping).keys()])));
  const reader = new RowReader<RecordInput>(input, mapping, header);
  const refused = new RefusedRows(refusedFile ?? `${file}.refused.csv`, header);
  await assertNoInput(refused.file, [file, mappingFile]);
  await refused.begin();
  const progress = importProgress(output, bytes);
  try {
    const counts = await importRows<RecordInput, CsvRow>({ rows, reader: { read: ({ cells }) => reader.read(cells), locate: (issues, movedUp) => reader.locate(issues, movedUp) }, record, refused, progress: (now, at) => { progress.show(now, at); } });
    return { text: conclusion(counts, refused.file), complete: counts.refused === 0 };
  } finally {
    progress.end();
    await refused.end();
  }
}

async function headerAndRows(file: string, delimiter: string): Promise<[readonly string[], AsyncIterable<CsvRow>]> {
  const rows = csvRows(file, delimiter);
  const first = await rows.next();
  if (first.done === true) throw new CsvFileError(file, 'is empty: its first line names the columns.');
  return [namesIn(first.value), rows];
}

export async function assertNoInput(refusedFile: string, inputs: readonly string[]): Promise<void> {
  const there = await realpath(refusedFile).catch(() => null);
  for (const input of inputs) {
    if (there === (await realpath(input))) throw new Error(`Refused rows cannot be written to ${refusedFile}: the import reads it.`);
  }
}

export function conclusion(counts: ImportCounts, refusedFile: string): string {
  return `${inWords(counts)}.\n${counts.refused === 0 ? '' : `What is wrong with the refused rows is in ${refusedFile}. Mend them and run the import again: what stands is recognised.\n`}`;
}
