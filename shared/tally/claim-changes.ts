import type { AppliedChange } from '../journal/applied-entry.js';
import type { JournalDocument } from '../journal/json.js';
import type { CellShape } from './cell-shape.js';
import type { CellTable } from './cell-table.js';
import type { ClaimedRecord } from './claim-table.js';
import { contributionsOf, instantOf, lotsOf } from './fold-change.js';
import type { FrozenClaim } from './frozen-cells.js';
import type { CountedRecord, TallyKind } from './tally-kind.js';

/** What became of a record about which its owner has said something; null where it is gone. */
export interface ClaimChange {
  readonly id: string;
  readonly record: ClaimedRecord | null;
}

/** What changes of records do to the double claims among them. A record brings its past and its statements along. */
export function claimChanges(kind: TallyKind<never>, shape: CellShape, cells: CellTable, changes: readonly Pick<AppliedChange, 'id' | 'before' | 'after'>[]): ClaimChange[] {
  return changes.flatMap(({ id, before, after }) => {
    if (statementsOf(before).length === 0 && statementsOf(after).length === 0) return [];
    return [{ id, record: claimedRecord(kind, shape, cells, after) }];
  });
}

function claimedRecord(kind: TallyKind<never>, shape: CellShape, cells: CellTable, document: JournalDocument | null): ClaimedRecord | null {
  const said = statementsOf(document);
  const contributions = contributionsOf(kind, document);
  const label = contributions[0]?.label;
  if (said.length === 0 || label === undefined) return null;
  const statements = said.map(({ other, counts, from, until }) => ({ other, counts, from: instantOf(from), until: until === null ? null : instantOf(until) }));
  return thawedClaim(shape, cells, { label, statements, versions: contributions.map(({ facets, from, until }) => ({ facets, from, until })) });
}

/** A frozen claim knows what its versions count for; in which cells, these cells know. */
export function thawedClaim(shape: CellShape, cells: CellTable, { label, statements, versions }: Omit<FrozenClaim, 'id'>): ClaimedRecord {
  const codes = new Int32Array(shape.width);
  return { label, statements, versions: versions.map((version) => ({ ...version, lots: lotsOf(shape, cells, label, version.facets, codes) })) };
}

function statementsOf(document: JournalDocument | null): NonNullable<CountedRecord['claims']> {
  return (document as unknown as CountedRecord | null)?.claims ?? [];
}
