import type { TallyKind } from '../../../shared/tally/tally-kind.js';
import type { AssetRecord } from './asset.model.js';

/** What an asset counts for: one record, whose parts may stand in several custody states. */
export const ASSET_TALLY: TallyKind<AssetRecord> = {
  collection: 'assets',
  axes: ['kind'],
  custody: true,
  facetsOf: ({ operation, country, day, kind, holdings }) => ({
    operation,
    country,
    day,
    codes: { kind },
    furtherCrimeTypes: [],
    lots: holdings.map(({ custodyState, value }) => ({ custodyState, value })),
  }),
};
