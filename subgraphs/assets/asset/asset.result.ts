import { recordResultType } from '../../../shared/record/record-result.type.js';
import { Asset } from './asset.type.js';

export const AssetResult = recordResultType(Asset, { name: 'Asset', noun: 'asset', one: 'an asset' });
