import { CountryReference } from '../../../shared/graphql/references/country.reference.js';
import { sumByUnit, type Money } from '../../../shared/money/money.js';
import { codedTerm } from '../../../shared/reference/code-lists.js';
import { countBy } from '../../../shared/tally/count-by.js';
import { CodedTally } from '../../../shared/tally/tally.type.js';
import type { MoneySum } from '../money/money.type.js';
import { toMoneySum } from '../money/money.view.js';
import { AssetTally, CountryAssetTally } from './asset-tally.type.js';
import type { AssetRecord } from './asset.model.js';

type CountableAsset = Pick<AssetRecord, 'country' | 'kind' | 'holdings'>;

/** `custodyState`: sums the parts that stand in it alone; null for all. */
export function tallyAssets(assets: readonly CountableAsset[], custodyState: string | null, asOf: Date): AssetTally {
  return Object.assign(new AssetTally(), {
    status: assets.length === 0 ? 'NO_RECORDS_CONTRIBUTED' : 'COUNTED',
    count: assets.length === 0 ? null : assets.length,
    asOf,
    byCountry: countBy(assets, ({ country }) => country).map(([code, count]) =>
      Object.assign(new CountryAssetTally(), {
        country: CountryReference.of(code),
        count,
        sums: sumsOf(assets.filter(({ country }) => country === code), custodyState),
      }),
    ),
    byKind: countBy(assets, ({ kind }) => kind).map(([code, count]) => Object.assign(new CodedTally(), { term: codedTerm('assetKind', code), count })),
    sums: sumsOf(assets, custodyState),
  });
}

function sumsOf(assets: readonly CountableAsset[], custodyState: string | null): MoneySum[] {
  return sumByUnit(assets.flatMap((asset) => valueIn(asset, custodyState) ?? [])).map(toMoneySum);
}

function valueIn({ holdings }: CountableAsset, state: string | null): Money | null {
  const parts = holdings.filter(({ custodyState }) => state === null || custodyState === state).flatMap(({ value }) => value ?? []);
  const [first] = parts;
  return first === undefined ? null : { ...first, minorUnits: parts.reduce((sum, { minorUnits }) => sum + BigInt(minorUnits), 0n).toString() };
}
