import { given } from '../../../shared/graphql/given.js';
import { readsRecords } from '../../../shared/handling/may-read.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import { openTally } from '../../../shared/tally/open-tally.js';
import type { TallyScope } from '../../../shared/tally/tally-question.js';
import { scopeInWords, tallyRule } from '../../../shared/tally/tally-rule.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import type { AssetFilter } from '../asset/asset.inputs.js';
import type { AssetStore } from '../asset/asset.store.js';
import { COUNTED_ASSETS } from '../asset/counted-assets.js';
import { AssetTally } from './asset-tally.type.js';
import { toCountedAsset } from './counted-asset.view.js';

/** What a field asks: over what, with which filter, of which instant. */
export interface AskedAssets {
  readonly scope: TallyScope;
  readonly filter: AssetFilter | null;
  readonly asOf?: Date | null | undefined;
}

/** Opens a tally of assets, wherever it is asked for: of an operation, of a country, over several. */
export type OpensAssetTally = (viewer: Viewer, asked: AskedAssets) => AssetTally;

export function assetTallies(runtime: SubgraphRuntime, store: AssetStore): OpensAssetTally {
  return (viewer, { scope, filter, asOf = null }) => {
    const query = given(filter);
    const opened = openTally(runtime, viewer, COUNTED_ASSETS, store, { filter: query, scope, asOf });
    const { kind, weighing } = COUNTED_ASSETS;
    return new AssetTally({
      opened,
      rule: (counted, convertTo) =>
        tallyRule({ noun: kind.collection, weighing, scope: scopeInWords(runtime, scope), asOf, filter: query, readsRecords: readsRecords(viewer), counted, convertTo }),
      toNode: (evidence) => toCountedAsset(runtime, viewer, opened.tally.question.where, opened, evidence),
    });
  };
}
