import type { Viewer } from '../../shared/viewer/viewer.js';
import type { AssetLoader } from './asset/asset.loader.js';

/** What one request carries: who asks, and a loader that answers for this viewer alone. */
export interface AssetsContext {
  readonly viewer: Viewer;
  readonly assets: AssetLoader;
}
