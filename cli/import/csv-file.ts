import { createReadStream } from 'node:fs';
import { CsvError, parse, type Info } from 'csv-parse';

/** One row of a file: the line on which it begins, counted from 1, and its cells as text. A formula is text too. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** Where in the file it ends. */
  readonly bytes: number;
}

/** A file that cannot be read to its end. Rows before the fault have been handed out. */
export class CsvFileError extends Error {
  constructor(file: string, problem: string, options?: ErrorOptions) {
    super(`${file} ${problem}`, options);
    this.name = 'CsvFileError';
  }
}

/** No row is this long; a quote that is never closed would make one of the whole file. */
const LONGEST_ROW = 1_000_000;

/** The rows of a file, header first, read as they are asked for. A byte order mark and empty lines are left out. */
export async function* csvRows(file: string, delimiter: string): AsyncGenerator<CsvRow> {
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW,
    delimiter,
  });
  const source = createReadStream(file, { highWaterMark: 256 * 1024 });
  source.on('error', (fault) => parser.destroy(fault));
  source.pipe(parser);
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      // The parser counts lines at the end of a row; line breaks within quotes lie behind its beginning.
      yield { line: info.lines - breaksIn(record), cells: record, bytes: info.bytes };
    }
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault;
    throw new CsvFileError(file, `is no well-formed CSV: ${fault.message}. Rows before that line may stand by now: mend it and run the import again.`, { cause: fault });
  } finally {
    source.destroy();
  }
}

const DELIMITERS = [',', ';', '\t', '|'];

/**
 * The delimiter under which the header has most of the columns that are looked for. To go by the rows would be to guess:
 * lists, decimals and names hold commas and semicolons as well.
 */
export async function findDelimiter(file: string, columns: readonly string[]): Promise<string> {
  const found = await Promise.all(
    DELIMITERS.map(async (delimiter) => {
      const header = await headerOf(file, delimiter);
      return { delimiter, known: columns.filter((name) => header.includes(name)).length };
    }),
  );
  return found.reduce((best, other) => (other.known > best.known ? other : best)).delimiter;
}

async function headerOf(file: string, delimiter: string): Promise<readonly string[]> {
  try {
    const first = await csvRows(file, delimiter).next();
    return first.done === true ? [] : namesIn(first.value);
  } catch (fault) {
    // With another delimiter it may be well-formed.
    if (fault instanceof CsvFileError) return [];
    throw fault;
  }
}

/** The names of the columns, as a header has them. */
export function namesIn({ cells }: CsvRow): readonly string[] {
  return cells.map((name) => name.trim());
}

/** Throws unless the file is UTF-8 to its end: another encoding would record wrong names, silently. Gives its size. */
export async function assertUtf8(file: string): Promise<number> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) {
      decoder.decode(chunk, { stream: true });
      bytes += chunk.byteLength;
    }
    decoder.decode();
  } catch (fault) {
    if (typeof fault === 'object' && fault !== null && 'code' in fault && fault.code === 'ERR_ENCODING_INVALID_ENCODED_DATA') throw new CsvFileError(file, 'is not in UTF-8: save it as "CSV UTF-8".', { cause: fault });
    throw fault;
  }
  return bytes;
}

function breaksIn(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0);
}
