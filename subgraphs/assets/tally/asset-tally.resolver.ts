import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import { AsOfArgs, ChosenOperationsArgs } from '../../../shared/tally/as-of.args.js';
import { chosenScope } from '../../../shared/tally/tally-question.js';
import { AssetFilter } from '../asset/asset.inputs.js';
import type { AssetsContext } from '../context.js';
import { OperationStub } from '../references/operation.stub.js';
import { AssetTally } from './asset-tally.type.js';
import type { OpensAssetTally } from './open-asset-tally.js';

@Resolver(() => OperationStub)
export class AssetTallyResolver {
  readonly #runtime: SubgraphRuntime;
  readonly #open: OpensAssetTally;

  constructor(runtime: SubgraphRuntime, open: OpensAssetTally) {
    this.#runtime = runtime;
    this.#open = open;
  }

  @Query(() => AssetTally, { name: 'assetTally', description: 'Assets counted and summed for you over chosen operations, or over all that you may read.' })
  chosenAssetTally(
    @Args(() => ChosenOperationsArgs) { operations, asOf }: ChosenOperationsArgs,
    @Arg('filter', () => AssetFilter, { nullable: true, description: 'Which assets.' }) filter: AssetFilter | null,
    @Ctx() { viewer }: AssetsContext,
  ): AssetTally {
    return this.#open(viewer, { scope: chosenScope(this.#runtime, viewer, operations), filter, asOf });
  }

  @FieldResolver(() => AssetTally, { description: 'Assets recorded under the operation, counted and summed for you.' })
  assetTally(
    @Root() { ref }: OperationStub,
    @Arg('filter', () => AssetFilter, { nullable: true, description: 'Which assets.' }) filter: AssetFilter | null,
    @Args(() => AsOfArgs) { asOf }: AsOfArgs,
    @Ctx() { viewer }: AssetsContext,
  ): AssetTally {
    return this.#open(viewer, { scope: { operations: [ref] }, filter, asOf });
  }
}
