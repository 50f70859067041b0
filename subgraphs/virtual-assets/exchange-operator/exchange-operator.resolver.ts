import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { CodedError } from '../../../shared/errors/coded-error.js';
import { connectionOf, pageRequest, type ConnectionOf } from '../../../shared/graphql/connection.js';
import { given } from '../../../shared/graphql/given.js';
import { PageArgs } from '../../../shared/graphql/page.args.js';
import { searchText } from '../../../shared/graphql/search-text.js';
import { BatchResultUnion, type BatchResult } from '../../../shared/record/batch-report.type.js';
import type { RecordResult } from '../../../shared/record/record-result.type.js';
import { verbMutations } from '../../../shared/record/verb-mutations.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import { AddressConnection, type Address } from '../address/address.type.js';
import { toAddress } from '../address/address.view.js';
import type { VirtualAssetsContext } from '../context.js';
import type { TagStore } from '../tag/tag.store.js';
import { CorrectExchangeOperatorInput, ExchangeOperatorFilter, RecordExchangeOperatorInput, RecordExchangeOperatorsInput } from './exchange-operator.inputs.js';
import { ExchangeOperatorResult } from './exchange-operator.result.js';
import type { ExchangeOperatorService } from './exchange-operator.service.js';
import type { ExchangeOperatorStore } from './exchange-operator.store.js';
import { ExchangeOperator, ExchangeOperatorConnection } from './exchange-operator.type.js';
import { toExchangeOperator } from './exchange-operator.view.js';

@Resolver(() => ExchangeOperator)
export class ExchangeOperatorResolver extends verbMutations(ExchangeOperatorResult) {
  readonly #runtime: SubgraphRuntime;
  readonly #store: ExchangeOperatorStore;
  readonly #tags: TagStore;
  readonly #service: ExchangeOperatorService;

  constructor(runtime: SubgraphRuntime, store: ExchangeOperatorStore, tags: TagStore, service: ExchangeOperatorService) {
    super(service.verbs, async (viewer, id) => {
      const [found] = await store.findReadable(viewer, [id]);
      return found === undefined ? null : toExchangeOperator(runtime, viewer, found);
    });
    this.#runtime = runtime;
    this.#store = store;
    this.#tags = tags;
    this.#service = service;
  }

  @Query(() => ExchangeOperator, { nullable: true, description: 'An exchange operator by id or by code; null when there is none that you may read.' })
  async exchangeOperator(
    @Arg('id', () => ID, { nullable: true, description: 'Its id.' }) id: string | null,
    @Arg('code', () => String, { nullable: true, description: 'Its code, for example `interpol/binance`.' }) code: string | null,
    @Ctx() { viewer, operators }: VirtualAssetsContext,
  ): Promise<ExchangeOperator | null> {
    const [byId, byCode] = [id ?? null, code ?? null];
    if ((byId === null) === (byCode === null)) throw new CodedError('BAD_USER_INPUT', 'Ask for an exchange operator by `id` or by `code`, one of them.');
    const key = byId ?? this.#service.idOf(viewer, searchText('code', byCode ?? ''));
    const found = key === null ? null : await operators.load(key);
    return found === null ? null : toExchangeOperator(this.#runtime, viewer, found);
  }

  @Query(() => ExchangeOperatorConnection, { description: 'The exchange operators that you may read, by name.' })
  async exchangeOperators(
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => ExchangeOperatorFilter, { nullable: true, description: 'Which exchange operators.' }) filter: ExchangeOperatorFilter | null,
    @Ctx() { viewer }: VirtualAssetsContext,
  ): Promise<ConnectionOf<ExchangeOperator>> {
    const request = pageRequest(first, after, 2);
    const query = given(filter);
    for (const [field, value] of Object.entries(query)) if (typeof value === 'string') searchText(`filter.${field}`, value);
    const page = await this.#store.page(viewer, query, request);
    return connectionOf(page, request, ({ record }) => [record.nameKey, record._id], (operator) => toExchangeOperator(this.#runtime, viewer, operator));
  }

  @FieldResolver(() => AddressConnection, { description: 'The addresses, each once, that tags of the actor name and that you may read, by address.' })
  async addresses(@Root() { actor }: ExchangeOperator, @Args(() => PageArgs) { first, after }: PageArgs, @Ctx() { viewer }: VirtualAssetsContext): Promise<ConnectionOf<Address>> {
    const request = pageRequest(first, after, 2);
    return connectionOf(await this.#tags.pageOfActor(viewer, actor, request), request, ({ address, network }) => [address, network], toAddress);
  }

  @Mutation(() => ExchangeOperatorResult.Result, { description: 'Records an exchange operator for your organisation. Role: contributor.' })
  async recordExchangeOperator(
    @Arg('input', () => RecordExchangeOperatorInput, { description: 'The exchange operator.' }) input: RecordExchangeOperatorInput,
    @Ctx() { viewer }: VirtualAssetsContext,
  ): Promise<RecordResult<ExchangeOperator>> {
    return this.answer(viewer, await this.#service.record(viewer, input));
  }

  @Mutation(() => BatchResultUnion, { description: 'Records up to 500 exchange operators for your organisation in one entry of its journal. Role: contributor.' })
  async recordExchangeOperators(
    @Arg('input', () => RecordExchangeOperatorsInput, { description: 'The exchange operators.' }) { rows, mode }: RecordExchangeOperatorsInput,
    @Ctx() { viewer }: VirtualAssetsContext,
  ): Promise<BatchResult> {
    const outcome = await this.#service.recordBatch(viewer, rows, mode);
    return 'refused' in outcome ? outcome.refused : outcome.report;
  }

  @Mutation(() => ExchangeOperatorResult.Result, { description: 'Corrects an exchange operator of your organisation. Role: contributor.' })
  async correctExchangeOperator(
    @Arg('input', () => CorrectExchangeOperatorInput, { description: 'The correction.' }) input: CorrectExchangeOperatorInput,
    @Ctx() { viewer }: VirtualAssetsContext,
  ): Promise<RecordResult<ExchangeOperator>> {
    return this.answer(viewer, await this.#service.correct(viewer, input));
  }
}
