import { recordLoader, type RecordLoader } from '../../../shared/record/record-loader.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import type { RescueRecord } from './rescue.model.js';
import type { RescueStore } from './rescue.store.js';

export type RescueLoader = RecordLoader<RescueRecord>;

export function rescueLoader(viewer: Viewer, store: RescueStore): RescueLoader {
  return recordLoader(viewer, store);
}
