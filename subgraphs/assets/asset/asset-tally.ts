import { CountryReference } from '../../../shared/graphql/references/country.reference.js';
import { sumByUnit } from '../../../shared/money/money.js';
import { codedTerm } from '../../../shared/reference/code-lists.js';
import { countBy } from '../../../shared/tally/count-by.js';
import { CodedTally } from '../../../shared/tally/tally.type.js';
import type { MoneySum } from '../money/money.type.js';
import { toMoneySum } from '../money/money.view.js';
import { AssetTally, CountryAssetTally } from './asset-tally.type.js';
import type { AssetRecord } from './asset.model.js';

type CountableAsset = Pick<AssetRecord, 'country' | 'kind' | 'value'>;

export function tallyAssets(assets: readonly CountableAsset[], asOf: Date): AssetTally {
  return Object.assign(new AssetTally(), {
    status: assets.length === 0 ? 'NO_RECORDS_CONTRIBUTED' : 'COUNTED',
    count: assets.length === 0 ? null : assets.length,
    asOf,
    byCountry: countBy(assets, ({ country }) => country).map(([code, count]) =>
      Object.assign(new CountryAssetTally(), {
        country: CountryReference.of(code),
        count,
        sums: sumsOf(assets.filter(({ country }) => country === code)),
      }),
    ),
    byKind: countBy(assets, ({ kind }) => kind).map(([code, count]) => Object.assign(new CodedTally(), { term: codedTerm('assetKind', code), count })),
    sums: sumsOf(assets),
  });
}

function sumsOf(assets: readonly CountableAsset[]): MoneySum[] {
  return sumByUnit(assets.flatMap(({ value }) => (value === null ? [] : [value]))).map(toMoneySum);
}
