import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { AsOfArgs } from '../../../shared/tally/as-of.args.js';
import { AssetFilter } from '../asset/asset.inputs.js';
import type { AssetsContext } from '../context.js';
import { AssetTally } from '../tally/asset-tally.type.js';
import type { OpensAssetTally } from '../tally/open-asset-tally.js';
import { CountryExtension } from './country.type.js';

@Resolver(() => CountryExtension)
export class CountryResolver {
  readonly #open: OpensAssetTally;

  constructor(open: OpensAssetTally) {
    this.#open = open;
  }

  @FieldResolver(() => AssetTally, { description: 'Assets taken in the country, counted and summed for you over every operation and none.' })
  assetTally(
    @Root() { code }: CountryExtension,
    @Arg('filter', () => AssetFilter, { nullable: true, description: 'Which assets.' }) filter: AssetFilter | null,
    @Args(() => AsOfArgs) { asOf }: AsOfArgs,
    @Ctx() { viewer }: AssetsContext,
  ): AssetTally {
    return this.#open(viewer, { scope: { country: code }, filter, asOf });
  }
}
