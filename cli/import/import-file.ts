import { readFile, realpath } from 'node:fs/promises';
import { serviceViewer } from '../../shared/viewer/service-viewers.js';
import type { Viewer } from '../../shared/viewer/viewer.js';
import type { Exchange } from '../open-exchange.js';
import { assertUtf8, csvRows, CsvFileError, findDelimiter, namesIn, type CsvRow } from './csv-file.js';
import { importProgress, inWords } from './import-progress.js';
import { importRows, type ImportCounts } from './import-rows.js';
import { importerOf, type ImportKind, type RecordInput } from './importer-of.js';
import { columnsOf, readMapping } from './mapping.js';
import { RefusedRows } from './refused-rows.js';
import { RowReader } from './row-reader.js';

export interface FileImport {
  readonly kind: ImportKind;
  readonly file: string;
  readonly mappingFile: string;
  /** Code of the organisation that gives the records. */
  readonly organisation: string;
  /** Stated where an operation is open only to those who state a purpose. */
  readonly purpose: string | null;
  readonly caseReference: string | null;
  /** Where refused rows are written; beside the file unless somebody says where. */
  readonly refusedFile: string | null;
}

/** What is told at the end; `complete` = no row was refused. */
export interface ImportEnd {
  readonly text: string;
  readonly complete: boolean;
}

type Parts = Pick<Exchange, 'arrests' | 'assets' | 'directory'>;

/** Records the rows of a CSV file for an organisation. Nothing is written before file, mapping and right are found good. */
export async function importFile(exchange: Parts, asked: FileImport, output: NodeJS.WriteStream): Promise<ImportEnd> {
  const { kind, file, mappingFile, refusedFile } = asked;
  const mapping = readMapping(await readFile(mappingFile, 'utf8'));
  const { input, record } = importerOf(exchange, viewerFor(exchange, asked), kind);
  const bytes = await assertUtf8(file);
  const [header, rows] = await headerAndRows(file, mapping.delimiter ?? (await findDelimiter(file, [...columnsOf(mapping).keys()])));
  const reader = new RowReader<RecordInput>(input, mapping, header);
  const refused = new RefusedRows(refusedFile ?? `${file}.refused.csv`, header);
  await assertNoInput(refused.file, [file, mappingFile]);
  await refused.begin();
  const progress = importProgress(output, bytes);
  try {
    const counts = await importRows({ rows, reader, record, refused, progress: (now, at) => { progress.show(now, at); } });
    return { text: conclusion(counts, refused.file), complete: counts.refused === 0 };
  } finally {
    progress.end();
    await refused.end();
  }
}

/** The organisation must be one that may record and state this now; the register is asked as it is for a person. */
function viewerFor({ directory }: Pick<Exchange, 'directory'>, { organisation, purpose, caseReference }: FileImport): Viewer {
  const viewer = serviceViewer('record-import', organisation, { purpose, caseReference });
  const granted = directory.current().cap(viewer);
  if (granted === null) throw new Error(`There is no organisation "${organisation}" in the register that may act now.`);
  if (granted.purpose !== purpose) throw new Error(`The register does not let ${organisation} state the purpose "${String(purpose)}".`);
  if (!granted.roles.includes('contributor') || granted.maxTlp !== 'RED') throw new Error(`The register does not let ${organisation} record.`);
  return viewer;
}

async function headerAndRows(file: string, delimiter: string): Promise<[readonly string[], AsyncIterable<CsvRow>]> {
  const rows = csvRows(file, delimiter);
  const first = await rows.next();
  if (first.done === true) throw new CsvFileError(file, 'is empty: its first line names the columns.');
  return [namesIn(first.value), rows];
}

async function assertNoInput(refusedFile: string, inputs: readonly string[]): Promise<void> {
  const there = await realpath(refusedFile).catch(() => null);
  for (const input of inputs) {
    if (there === (await realpath(input))) throw new Error(`Refused rows cannot be written to ${refusedFile}: the import reads it.`);
  }
}

function conclusion(counts: ImportCounts, refusedFile: string): string {
  return `${inWords(counts)}.\n${counts.refused === 0 ? '' : `What is wrong with the refused rows is in ${refusedFile}. Mend them and run the import again: what stands is recognised.\n`}`;
}
