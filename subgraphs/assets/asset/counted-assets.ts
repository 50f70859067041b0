import type { CountedKind } from '../../../shared/tally/open-tally.js';
import { statedNames } from '../../../shared/tally/stated-names.js';
import type { AssetRecord } from './asset.model.js';
import type { AssetQuery } from './asset.store.js';
import { ASSET_TALLY } from './asset.tally.js';

/** Assets as their tallies ask for them. */
export const COUNTED_ASSETS: CountedKind<AssetQuery, AssetRecord> = {
  kind: ASSET_TALLY,
  weighing:
    'Each asset counts once; by custody state, or restricted to one, it counts in each state in which a part of it stands. Sums add the stated values, each currency and network by itself; an asset without a stated value is in none.',
  filter: {
    whereOf: ({ kind, custodyState, currency, network }) => ({
      codes: { kind },
      custodyState,
      unit: currency ?? network,
      // A value stands in one unit.
      ...(currency !== undefined && network !== undefined ? { operations: [] } : {}),
    }),
    onRecords: ({ account, walletAddress }) => statedNames({ account, walletAddress }),
  },
};
