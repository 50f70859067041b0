import type { Exchange } from '../../cli/open-exchange.js';
import type { BatchOutcome } from '../../shared/record/batch-recorder.js';
import type { DoubleClaimVerbs } from '../../shared/record/double-claims/double-claim-verbs.js';
import type { HandledRecord, Readable } from '../../shared/record/handled-record.js';
import type { RecordOutcome } from '../../shared/record/record-outcome.js';
import type { RecordVersionInput, RecallInput, RelabelInput, ReleaseRecordInput } from '../../shared/record/verbs.inputs.js';
import type { SubgraphRuntime } from '../../shared/subgraph-server/subgraph-runtime.js';
import type { Viewer } from '../../shared/viewer/viewer.js';
import type { ArrestContribution } from './exercise-arrests.js';
import type { AssetContribution } from './exercise-assets.js';
import type { RescueContribution } from './exercise-rescues.js';

/** How the exercise reaches one kind of record: through its service and its store, like everyone. */
export interface PlayedKind<Input, Correction> {
  readonly collection: 'arrests' | 'rescues' | 'assets';
  readonly runtime: Pick<SubgraphRuntime, 'ids' | 'visible' | 'handling'>;
  recordBatch(viewer: Viewer, rows: readonly Input[]): Promise<BatchOutcome>;
  correct(viewer: Viewer, version: RecordVersionInput, correction: Correction): Promise<RecordOutcome>;
  readonly verbs: Verbs;
  readonly doubleClaims: Pick<DoubleClaimVerbs<unknown, HandledRecord<unknown>>, 'propose' | 'accept' | 'decline' | 'withdraw'>;
  findReadable(viewer: Viewer, ids: readonly string[]): Promise<readonly Readable<HandledRecord<unknown>>[]>;
}

interface Verbs {
  retract(viewer: Viewer, version: RecordVersionInput): Promise<RecordOutcome>;
  erase(viewer: Viewer, version: RecordVersionInput): Promise<RecordOutcome>;
  relabel(viewer: Viewer, input: RelabelInput): Promise<RecordOutcome>;
  release(viewer: Viewer, input: ReleaseRecordInput): Promise<RecordOutcome>;
  recall(viewer: Viewer, input: RecallInput): Promise<RecordOutcome>;
}

type Played<Contributed extends { readonly input: unknown; readonly correction: unknown }> = PlayedKind<Contributed['input'], Contributed['correction']>;

export function playedArrests({ arrests: { runtime, services, stores } }: Pick<Exchange, 'arrests'>): Played<ArrestContribution> {
  return {
    collection: 'arrests',
    runtime,
    recordBatch: (viewer, rows) => services.arrests.recordBatch(viewer, rows, 'SKIP_INVALID'),
    correct: (viewer, version, correction) => services.arrests.correct(viewer, { ...version, ...correction }),
    verbs: services.arrests.verbs,
    doubleClaims: services.arrests.doubleClaims,
    findReadable: (viewer, ids) => stores.arrests.findReadable(viewer, ids),
  };
}

export function playedRescues({ arrests: { runtime, services, stores } }: Pick<Exchange, 'arrests'>): Played<RescueContribution> {
  return {
    collection: 'rescues',
    runtime,
    recordBatch: (viewer, rows) => services.rescues.recordBatch(viewer, rows, 'SKIP_INVALID'),
    correct: (viewer, version, correction) => services.rescues.correct(viewer, { ...version, ...correction }),
    verbs: services.rescues.verbs,
    doubleClaims: services.rescues.doubleClaims,
    findReadable: (viewer, ids) => stores.rescues.findReadable(viewer, ids),
  };
}

export function playedAssets({ assets: { runtime, services, stores } }: Pick<Exchange, 'assets'>): Played<AssetContribution> {
  return {
    collection: 'assets',
    runtime,
    recordBatch: (viewer, rows) => services.assets.recordBatch(viewer, rows, 'SKIP_INVALID'),
    correct: (viewer, version, correction) => services.assets.correct(viewer, { ...version, ...correction }),
    verbs: services.assets.verbs,
    doubleClaims: services.assets.doubleClaims,
    findReadable: (viewer, ids) => stores.assets.findReadable(viewer, ids),
  };
}
