import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { ConnectionOf } from '../../../shared/graphql/connection.js';
import { given } from '../../../shared/graphql/given.js';
import { PageArgs } from '../../../shared/graphql/page.args.js';
import { dayOrderOf, type DayOrderName } from '../../../shared/record/day-order-enum.js';
import { pageByDay } from '../../../shared/record/day-order.js';
import { BatchResultUnion, type BatchResult } from '../../../shared/record/batch-report.type.js';
import type { RecordResult } from '../../../shared/record/record-result.type.js';
import { verbMutations } from '../../../shared/record/verb-mutations.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import type { AssetsContext } from '../context.js';
import { MoveAssetInput, RetractAssetMoveInput } from '../custody/custody.inputs.js';
import { OperationStub } from '../references/operation.stub.js';
import { AssetFilter, AssetOrderEnum, CorrectAssetInput, RecordAssetInput, RecordAssetsInput } from './asset.inputs.js';
import { AssetResult } from './asset.result.js';
import type { AssetService } from './asset.service.js';
import type { AssetQuery, AssetStore } from './asset.store.js';
import { Asset, AssetConnection } from './asset.type.js';
import { toAsset } from './asset.view.js';

@Resolver(() => OperationStub)
export class AssetResolver extends verbMutations(AssetResult) {
  readonly #runtime: SubgraphRuntime;
  readonly #store: AssetStore;
  readonly #service: AssetService;

  constructor(runtime: SubgraphRuntime, store: AssetStore, service: AssetService) {
    super(service.verbs, async (viewer, id) => {
      const [found] = await store.findReadable(viewer, [id]);
      return found === undefined ? null : toAsset(runtime, viewer, found);
    });
    this.#runtime = runtime;
    this.#store = store;
    this.#service = service;
  }

  @Query(() => Asset, { nullable: true, description: 'An asset; null when there is none that you may read.' })
  async asset(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() context: AssetsContext): Promise<Asset | null> {
    const found = await context.assets.load(id);
    return found === null ? null : toAsset(this.#runtime, context.viewer, found);
  }

  @Query(() => AssetConnection, { description: 'The assets that you may read.' })
  assets(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => AssetFilter, { nullable: true, description: 'Which assets.' }) filter: AssetFilter | null,
    @Arg('orderBy', () => AssetOrderEnum, { defaultValue: 'DAY_DESC', description: 'In which order.' }) orderBy: DayOrderName,
    @Ctx() context: AssetsContext,
  ): Promise<ConnectionOf<Asset>> {
    return this.#page(context, given(filter), page, orderBy);
  }

  @FieldResolver(() => AssetConnection, { name: 'assets', description: 'Assets recorded under the operation that you may read.' })
  operationAssets(
    @Root() operation: OperationStub,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => AssetFilter, { nullable: true, description: 'Which assets.' }) filter: AssetFilter | null,
    @Arg('orderBy', () => AssetOrderEnum, { defaultValue: 'DAY_DESC', description: 'In which order.' }) orderBy: DayOrderName,
    @Ctx() context: AssetsContext,
  ): Promise<ConnectionOf<Asset>> {
    return this.#page(context, { ...given(filter), operation: operation.ref }, page, orderBy);
  }

  @Mutation(() => AssetResult.Result, { description: 'Records an asset for your organisation. Role: contributor.' })
  async recordAsset(
    @Arg('input', () => RecordAssetInput, { description: 'The asset.' }) input: RecordAssetInput,
    @Ctx() { viewer }: AssetsContext,
  ): Promise<RecordResult<Asset>> {
    return this.answer(viewer, await this.#service.record(viewer, input));
  }

  @Mutation(() => BatchResultUnion, { description: 'Records up to 500 assets for your organisation in one entry of its journal. Role: contributor.' })
  async recordAssets(
    @Arg('input', () => RecordAssetsInput, { description: 'The assets.' }) { rows, mode }: RecordAssetsInput,
    @Ctx() { viewer }: AssetsContext,
  ): Promise<BatchResult> {
    const outcome = await this.#service.recordBatch(viewer, rows, mode);
    return 'refused' in outcome ? outcome.refused : outcome.report;
  }

  @Mutation(() => AssetResult.Result, { description: 'Corrects an asset of your organisation. Role: contributor.' })
  async correctAsset(
    @Arg('input', () => CorrectAssetInput, { description: 'The correction.' }) input: CorrectAssetInput,
    @Ctx() { viewer }: AssetsContext,
  ): Promise<RecordResult<Asset>> {
    return this.answer(viewer, await this.#service.correct(viewer, input));
  }

  @Mutation(() => AssetResult.Result, { description: 'Moves an asset of your organisation, or a part of it, along its custody chain. Role: contributor.' })
  async moveAsset(
    @Arg('input', () => MoveAssetInput, { description: 'The move.' }) input: MoveAssetInput,
    @Ctx() { viewer }: AssetsContext,
  ): Promise<RecordResult<Asset>> {
    return this.answer(viewer, await this.#service.move(viewer, input));
  }

  @Mutation(() => AssetResult.Result, { description: 'Takes back a move of an asset that was wrong. Role: contributor.' })
  async retractAssetMove(
    @Arg('input', () => RetractAssetMoveInput, { description: 'The move.' }) input: RetractAssetMoveInput,
    @Ctx() { viewer }: AssetsContext,
  ): Promise<RecordResult<Asset>> {
    return this.answer(viewer, await this.#service.retractMove(viewer, input));
  }

  #page({ viewer }: AssetsContext, query: AssetQuery, page: PageArgs, orderBy: DayOrderName): Promise<ConnectionOf<Asset>> {
    return pageByDay(page, (request) => this.#store.pageByDay(viewer, query, request, dayOrderOf(orderBy)), (found) => toAsset(this.#runtime, viewer, found));
  }
}
