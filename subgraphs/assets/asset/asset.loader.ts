import { recordLoader, type RecordLoader } from '../../../shared/record/record-loader.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import type { AssetRecord } from './asset.model.js';
import type { AssetStore } from './asset.store.js';

export type AssetLoader = RecordLoader<AssetRecord>;

export function assetLoader(viewer: Viewer, store: AssetStore): AssetLoader {
  return recordLoader(viewer, store);
}
