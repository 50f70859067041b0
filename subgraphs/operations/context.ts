import type DataLoader from 'dataloader';
import type { Viewer } from '../../shared/viewer/viewer.js';
import type { ReadableCriminalGroup } from './criminal-group/criminal-group.store.js';
import type { FigureRecord } from './figure/figure.model.js';
import type { OperationRecord } from './operation/operation.model.js';
import type { ParticipationRecord } from './participation/participation.model.js';

/** What one request carries: who asks, and loaders that answer for this viewer alone. */
export interface OperationsContext {
  readonly viewer: Viewer;
  readonly operations: DataLoader<string, OperationRecord | null>;
  /** By operation. */
  readonly figures: DataLoader<string, FigureRecord[]>;
  /** By operation. */
  readonly participations: DataLoader<string, ParticipationRecord[]>;
  readonly criminalGroups: DataLoader<string, ReadableCriminalGroup | null>;
  /** By operation. */
  readonly groupsOfOperation: DataLoader<string, ReadableCriminalGroup[]>;
}
