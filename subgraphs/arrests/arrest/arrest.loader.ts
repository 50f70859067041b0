import { recordLoader, type RecordLoader } from '../../../shared/record/record-loader.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import type { ArrestRecord } from './arrest.model.js';
import type { ArrestStore } from './arrest.store.js';

export type ArrestLoader = RecordLoader<ArrestRecord>;

export function arrestLoader(viewer: Viewer, store: ArrestStore): ArrestLoader {
  return recordLoader(viewer, store);
}
