import { RowFault } from './row-fault.js';

/** A row as it was read, or why it was refused; with the line of its file, from 1. */
export type LedgerRow<Row> =
  | { readonly line: number; readonly row: Row }
  | { readonly line: number; readonly fault: string };

/** The row that `read` makes of a line; faults of the row become part of the report, everything else is thrown on. */
export function rowAt<Row>(line: number, read: () => Row): LedgerRow<Row> {
  try {
    return { line, row: read() };
  } catch (error) {
    if (error instanceof RowFault) return { line, fault: error.message };
    throw error;
  }
}
