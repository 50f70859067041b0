import { doubleClaimTypes } from '../../../shared/record/double-claims/double-claim.type.js';
import { AssetResult } from './asset.result.js';
import { Asset } from './asset.type.js';

export const AssetDoubleClaims = doubleClaimTypes(Asset, AssetResult.words);
