import type { TallyKind } from '../../shared/tally/tally-kind.js';
import { ASSET_TALLY } from './asset/asset.tally.js';

/** What this subgraph counts. */
export const ASSETS_TALLY_KINDS: readonly TallyKind<never>[] = [ASSET_TALLY];
