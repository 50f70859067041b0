import { createWriteStream, type WriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { once } from 'node:events';
import { stringify } from 'csv-stringify/sync';
import type { CsvRow } from './csv-file.js';
import type { RowIssue } from './row-reader.js';

/**
 * The file of refused rows: a line for each thing that is wrong, with the cells as they came. What a spreadsheet would
 * run is defused with an apostrophe, because somebody will open this file in one. For its owner alone: it holds persons.
 */
export class RefusedRows {
  readonly file: string;
  readonly #header: readonly string[];
  #stream: WriteStream | null = null;

  constructor(file: string, header: readonly string[]) {
    this.file = file;
    this.#header = header;
  }

  /** A report of an earlier run must not be taken for this one's. */
  async begin(): Promise<void> {
    await rm(this.file, { force: true });
  }

  async add({ line, cells }: Pick<CsvRow, 'line' | 'cells'>, issues: readonly RowIssue[]): Promise<void> {
    await this.#write(issues.map(({ column, field, message }) => [String(line), column ?? '', field, message, ...cells]));
  }

  /** Resolves when everything is written. */
  async end(): Promise<void> {
    if (this.#stream === null) return;
    this.#stream.end();
    await once(this.#stream, 'close');
  }

  async #write(lines: readonly (readonly string[])[]): Promise<void> {
    this.#stream ??= this.#open();
    if (!this.#stream.write(textOf(lines))) await once(this.#stream, 'drain');
  }

  #open(): WriteStream {
    const stream = createWriteStream(this.file, { mode: 0o600 });
    stream.write(textOf([['line', 'column', 'field', 'message', ...this.#header]]));
    return stream;
  }
}

function textOf(lines: readonly (readonly string[])[]): string {
  return stringify(lines.map((line) => [...line]), { escape_formulas: true });
}
