import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { connectionOf, pageRequest, type ConnectionOf } from '../../../shared/graphql/connection.js';
import { given } from '../../../shared/graphql/given.js';
import { PageArgs } from '../../../shared/graphql/page.args.js';
import { BatchResultUnion, type BatchResult } from '../../../shared/record/batch-report.type.js';
import type { RecordResult } from '../../../shared/record/record-result.type.js';
import { verbMutations } from '../../../shared/record/verb-mutations.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import { Address } from '../address/address.type.js';
import { toAddressOfId } from '../address/address.view.js';
import type { VirtualAssetsContext } from '../context.js';
import { ExchangeOperator } from '../exchange-operator/exchange-operator.type.js';
import { toExchangeOperator } from '../exchange-operator/exchange-operator.view.js';
import { CorrectTagInput, RecordTagInput, RecordTagsInput, TagFilter } from './tag.inputs.js';
import { tagQuery } from './tag-query.js';
import { TagResult } from './tag.result.js';
import type { TagService } from './tag.service.js';
import type { TagStore } from './tag.store.js';
import { Tag, TagConnection } from './tag.type.js';
import { toTag } from './tag.view.js';

@Resolver(() => Tag)
export class TagResolver extends verbMutations(TagResult) {
  readonly #runtime: SubgraphRuntime;
  readonly #store: TagStore;
  readonly #service: TagService;

  constructor(runtime: SubgraphRuntime, store: TagStore, service: TagService) {
    super(service.verbs, async (viewer, id) => {
      const [found] = await store.findReadable(viewer, [id]);
      return found === undefined ? null : toTag(runtime, viewer, found);
    });
    this.#runtime = runtime;
    this.#store = store;
    this.#service = service;
  }

  @Query(() => Tag, { nullable: true, description: 'A tag; null when there is none that you may read.' })
  async tag(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() { viewer, tags }: VirtualAssetsContext): Promise<Tag | null> {
    const found = await tags.load(id);
    return found === null ? null : toTag(this.#runtime, viewer, found);
  }

  @Query(() => TagConnection, { description: 'The tags that you may read, the latest recorded first.' })
  async tags(
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => TagFilter, { nullable: true, description: 'Which tags.' }) filter: TagFilter | null,
    @Ctx() { viewer }: VirtualAssetsContext,
  ): Promise<ConnectionOf<Tag>> {
    const request = pageRequest(first, after, 2);
    const page = await this.#store.page(viewer, tagQuery(given(filter)), request);
    return connectionOf(page, request, ({ record }) => [record.recordedAt, record._id], (tag) => toTag(this.#runtime, viewer, tag));
  }

  @FieldResolver(() => Address, { nullable: true, description: 'The address of which it speaks; null for a tag of a transaction.' })
  address(@Root() { addressId }: Tag): Address | null {
    return toAddressOfId(addressId);
  }

  @FieldResolver(() => [ExchangeOperator], { description: 'The entries of its actor that you may read, each of one organisation, by code.' })
  async operators(@Root() { actor }: Tag, @Ctx() { viewer, operatorsOfActor }: VirtualAssetsContext): Promise<ExchangeOperator[]> {
    const found = actor === null ? [] : await operatorsOfActor.load(actor);
    return found.map((operator) => toExchangeOperator(this.#runtime, viewer, operator));
  }

  @Mutation(() => TagResult.Result, { description: 'Records a tag for your organisation. Role: contributor.' })
  async recordTag(
    @Arg('input', () => RecordTagInput, { description: 'The tag.' }) input: RecordTagInput,
    @Ctx() { viewer }: VirtualAssetsContext,
  ): Promise<RecordResult<Tag>> {
    return this.answer(viewer, await this.#service.record(viewer, input));
  }

  @Mutation(() => BatchResultUnion, { description: 'Records up to 500 tags for your organisation in one entry of its journal. Role: contributor.' })
  async recordTags(
    @Arg('input', () => RecordTagsInput, { description: 'The tags.' }) { rows, mode }: RecordTagsInput,
    @Ctx() { viewer }: VirtualAssetsContext,
  ): Promise<BatchResult> {
    const outcome = await this.#service.recordBatch(viewer, rows, mode);
    return 'refused' in outcome ? outcome.refused : outcome.report;
  }

  @Mutation(() => TagResult.Result, { description: 'Corrects a tag of your organisation. Role: contributor.' })
  async correctTag(
    @Arg('input', () => CorrectTagInput, { description: 'The correction.' }) input: CorrectTagInput,
    @Ctx() { viewer }: VirtualAssetsContext,
  ): Promise<RecordResult<Tag>> {
    return this.answer(viewer, await this.#service.correct(viewer, input));
  }
}
