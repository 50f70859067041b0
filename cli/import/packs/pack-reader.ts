import type { InputIssue } from '../../../shared/graphql/outcomes.type.js';
import { MOST_ROWS } from '../../../shared/record/batch-recorder.js';
import type { PackEntry } from '../../../subgraphs/virtual-assets/tag-pack/pack-fields.js';
import type { PackTerms, ReadEntry } from '../../../subgraphs/virtual-assets/tag-pack/read-tag-entry.js';
import type { ReadsRows, RowSaid } from '../import-rows.js';
import type { RowIssue } from '../row-reader.js';
import type { PackRow } from './pack-file.js';

export type ReportedRow = PackRow & { readonly cells: readonly string[] };

/** Reads the entries of a pack as inputs of one mutation. */
export class PackReader<Input extends { readonly reference: string }> implements ReadsRows<ReportedRow, Input> {
  readonly #read: (entry: PackEntry, terms: PackTerms) => ReadEntry<Input>;
  readonly #terms: PackTerms;
  readonly #inBatch = new Set<string>();
  readonly #unread = new Map<string, number>();
  #rows = 0;

  constructor(read: (entry: PackEntry, terms: PackTerms) => ReadEntry<Input>, terms: PackTerms) {
    this.#read = read;
    this.#terms = terms;
  }

  /** Fields of the pack that are not kept, and in how many entries each stood. */
  get unread(): ReadonlyMap<string, number> {
    return this.#unread;
  }

  read(row: ReportedRow): RowSaid<Input> {
    // 500 rows are one batch; what an earlier batch recorded is known to the exchange as a repeat.
    if (this.#rows % MOST_ROWS === 0) this.#inBatch.clear();
    this.#rows += 1;
    if ('fault' in row) return { issues: [{ column: null, field: '', message: row.fault }], movedUp: false };
    const said = this.#read(row.entry, this.#terms);
    for (const field of said.unread) this.#unread.set(field, (this.#unread.get(field) ?? 0) + 1);
    if ('faults' in said) return { issues: said.faults.map(({ field, message }) => ({ column: null, field, message })), movedUp: false };
    if (this.#inBatch.has(said.input.reference)) return { repeats: true };
    this.#inBatch.add(said.input.reference);
    return { input: said.input, movedUp: false };
  }

  locate(issues: readonly InputIssue[]): RowIssue[] {
    return issues.map(({ path, message }) => ({ column: null, field: path, message }));
  }
}
