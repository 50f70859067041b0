import type { Connection } from 'mongoose';
import { appliedEntry } from '../journal/applied-entry.js';
import { ChainStore, type ChainPosition } from '../journal/chain-store.js';
import type { JournalDocument } from '../journal/json.js';
import { driverCollection } from '../journal/projection.js';
import { inventoryOf, type Inventory } from './inventory.js';
import type { SnapshotStore } from './snapshot.store.js';
import type { TallyKind } from './tally-kind.js';
import { thaw } from './tally-snapshot.js';
import { TallyState } from './tally-state.js';

/** What is held against the chains. */
export type Checked = 'SNAPSHOT' | 'RECORDS';

export interface TallyFinding {
  readonly checked: Checked;
  readonly collection: string;
  /** Handling key under which something differs; what it is stays unsaid. */
  readonly label: string;
  readonly cells: number;
  readonly deltas: number;
  /** Records whose double claims differ. */
  readonly claims: number;
}

export interface TallyVerdict {
  readonly collections: readonly { readonly collection: string; readonly labels: number; readonly cells: number; readonly deltas: number; readonly claims: number }[];
  /** Whether there was a snapshot that a process would have started from. */
  readonly snapshot: boolean;
  readonly findings: readonly TallyFinding[];
}

export interface CheckTalliesOptions {
  readonly connection: Connection;
  readonly snapshots: Pick<SnapshotStore, 'read'>;
  readonly kinds: readonly TallyKind<never>[];
}

const nobody = (): undefined => undefined;

/**
 * Folds every chain anew, as far as it is applied, and compares the cells and their past with those that a process
 * would serve from its snapshot, and with those that the stored records speak of. Changes nothing.
 */
export async function checkTallies({ connection, snapshots, kinds }: CheckTalliesOptions): Promise<TallyVerdict> {
  await connection.asPromise();
  const store = new ChainStore(connection);
  const chains = await store.chains();
  const anew = TallyState.empty(kinds, nobody);
  await foldRest(anew, store, chains);
  const served = await snapshotOf(snapshots, kinds, store, chains);
  if (served !== null) await foldRest(served, store, chains);
  const recorded = await stateOfRecords(connection, kinds);
  const expected = inventoriesOf(anew);
  return {
    collections: [...expected].map(([collection, { cells, deltas, labels, claims }]) => ({ collection, labels: labels.size, cells: cells.size, deltas: deltas.size, claims: claims.size })),
    snapshot: served !== null,
    findings: [...(served === null ? [] : differences('SNAPSHOT', expected, inventoriesOf(served))), ...differences('RECORDS', expected, inventoriesOf(recorded))],
  };
}

async function foldRest(state: TallyState, store: ChainStore, chains: readonly ChainPosition[]): Promise<void> {
  for (const chain of chains) {
    for await (const page of store.entries(chain, state.foldedThrough(chain.owner), chain.seq)) for (const entry of page) state.fold(appliedEntry(entry));
  }
}

/** As a process takes it up: null when it would begin anew. */
async function snapshotOf(snapshots: Pick<SnapshotStore, 'read'>, kinds: readonly TallyKind<never>[], store: ChainStore, chains: readonly ChainPosition[]): Promise<TallyState | null> {
  const bytes = await snapshots.read();
  const state = bytes === null ? null : thaw(bytes, kinds, nobody);
  for (const { owner, seq, hash } of state?.heads() ?? []) {
    const chain = chains.find((one) => one.owner === owner);
    if (chain === undefined || chain.seq < seq || (await store.entry(chain, seq))?.hash !== hash) return null;
  }
  return state;
}

/** Each record brings its past along, so one look at it says all that its chain said. */
async function stateOfRecords(connection: Connection, kinds: readonly TallyKind<never>[]): Promise<TallyState> {
  const state = TallyState.empty(kinds, nobody);
  for (const { collection } of kinds) {
    const records = driverCollection<JournalDocument & { _id: string }>(connection, collection).find({}, { readPreference: 'primary' });
    for await (const { _id, ...record } of records) {
      if (record['tombstone'] !== undefined) continue;
      state.fold({ owner: '', seq: 0, hash: '', changes: [{ collection, id: _id, fate: 'kept', before: null, after: record }] });
    }
  }
  return state;
}

function inventoriesOf(state: TallyState): Map<string, Inventory> {
  return new Map([...state.kinds].map(([collection, cells]) => [collection, inventoryOf(cells.freeze(), state.labels)]));
}

function differences(checked: Checked, expected: ReadonlyMap<string, Inventory>, found: ReadonlyMap<string, Inventory>): TallyFinding[] {
  return [...expected].flatMap(([collection, inventory]) => {
    const other = found.get(collection);
    if (other === undefined) throw new Error(`Nobody counted ${collection}.`);
    const cells = differingLabels(inventory.cells, other.cells);
    const deltas = differingLabels(inventory.deltas, other.deltas);
    const claims = differingLabels(inventory.claims, other.claims);
    const labels = [...new Set([...cells.keys(), ...deltas.keys(), ...claims.keys()])].sort();
    return labels.map((label) => ({ checked, collection, label, cells: cells.get(label) ?? 0, deltas: deltas.get(label) ?? 0, claims: claims.get(label) ?? 0 }));
  });
}

function differingLabels(one: Inventory['cells'], other: Inventory['cells']): Map<string, number> {
  const labels = new Map<string, number>();
  for (const [key, { label }] of new Map([...one, ...other])) {
    if (one.get(key)?.weight !== other.get(key)?.weight) labels.set(label, (labels.get(label) ?? 0) + 1);
  }
  return labels;
}
