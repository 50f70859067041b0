import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { connectionOf, pageRequest, type ConnectionOf } from '../../../shared/graphql/connection.js';
import { given } from '../../../shared/graphql/given.js';
import { PageArgs } from '../../../shared/graphql/page.args.js';
import { DAY_CURSOR_LENGTH, pageByDay } from '../../../shared/record/day-order.js';
import { BatchResultUnion, type BatchResult } from '../../../shared/record/batch-report.type.js';
import type { RecordResult } from '../../../shared/record/record-result.type.js';
import { verbMutations } from '../../../shared/record/verb-mutations.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import type { ArrestsContext } from '../context.js';
import { OperationStub } from '../references/operation.stub.js';
import { ArrestFilter, ArrestOrderEnum, CorrectArrestInput, RecordArrestInput, RecordArrestsInput, type ArrestOrder } from './arrest.inputs.js';
import { ArrestResult } from './arrest.result.js';
import type { ArrestService } from './arrest.service.js';
import type { ArrestQuery, ArrestStore, ReadableArrest } from './arrest.store.js';
import { Arrest, ArrestConnection } from './arrest.type.js';
import { toArrest } from './arrest.view.js';

@Resolver(() => OperationStub)
export class ArrestResolver extends verbMutations(ArrestResult) {
  readonly #runtime: SubgraphRuntime;
  readonly #store: ArrestStore;
  readonly #service: ArrestService;

  constructor(runtime: SubgraphRuntime, store: ArrestStore, service: ArrestService) {
    super(service.verbs, async (viewer, id) => {
      const [found] = await store.findReadable(viewer, [id]);
      return found === undefined ? null : toArrest(runtime, viewer, found);
    });
    this.#runtime = runtime;
    this.#store = store;
    this.#service = service;
  }

  @Query(() => Arrest, { nullable: true, description: 'An arrest; null when there is none that you may read.' })
  async arrest(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() context: ArrestsContext): Promise<Arrest | null> {
    const found = await context.arrests.load(id);
    return found === null ? null : toArrest(this.#runtime, context.viewer, found);
  }

  @Query(() => ArrestConnection, { description: 'The arrests that you may read.' })
  arrests(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => ArrestFilter, { nullable: true, description: 'Which arrests.' }) filter: ArrestFilter | null,
    @Arg('orderBy', () => ArrestOrderEnum, { defaultValue: 'DAY_DESC', description: 'In which order.' }) orderBy: ArrestOrder,
    @Ctx() context: ArrestsContext,
  ): Promise<ConnectionOf<Arrest>> {
    return this.#page(context, given(filter), page, orderBy);
  }

  @FieldResolver(() => ArrestConnection, { name: 'arrests', description: 'Arrests recorded under the operation that you may read.' })
  operationArrests(
    @Root() operation: OperationStub,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => ArrestFilter, { nullable: true, description: 'Which arrests.' }) filter: ArrestFilter | null,
    @Arg('orderBy', () => ArrestOrderEnum, { defaultValue: 'DAY_DESC', description: 'In which order.' }) orderBy: ArrestOrder,
    @Ctx() context: ArrestsContext,
  ): Promise<ConnectionOf<Arrest>> {
    return this.#page(context, { ...given(filter), operation: operation.ref }, page, orderBy);
  }

  @Mutation(() => ArrestResult.Result, { description: 'Records an arrest for your organisation. Role: contributor.' })
  async recordArrest(
    @Arg('input', () => RecordArrestInput, { description: 'The arrest.' }) input: RecordArrestInput,
    @Ctx() { viewer }: ArrestsContext,
  ): Promise<RecordResult<Arrest>> {
    return this.answer(viewer, await this.#service.record(viewer, input));
  }

  @Mutation(() => BatchResultUnion, { description: 'Records up to 500 arrests for your organisation in one entry of its journal. Role: contributor.' })
  async recordArrests(
    @Arg('input', () => RecordArrestsInput, { description: 'The arrests.' }) { rows, mode }: RecordArrestsInput,
    @Ctx() { viewer }: ArrestsContext,
  ): Promise<BatchResult> {
    const outcome = await this.#service.recordBatch(viewer, rows, mode);
    return 'refused' in outcome ? outcome.refused : outcome.report;
  }

  @Mutation(() => ArrestResult.Result, { description: 'Corrects an arrest of your organisation. Role: contributor.' })
  async correctArrest(
    @Arg('input', () => CorrectArrestInput, { description: 'The correction.' }) input: CorrectArrestInput,
    @Ctx() { viewer }: ArrestsContext,
  ): Promise<RecordResult<Arrest>> {
    return this.answer(viewer, await this.#service.correct(viewer, input));
  }

  async #page({ viewer }: ArrestsContext, query: ArrestQuery, page: PageArgs, orderBy: ArrestOrder): Promise<ConnectionOf<Arrest>> {
    const toNode = (found: ReadableArrest): Arrest => toArrest(this.#runtime, viewer, found);
    switch (orderBy) {
      case 'DAY_DESC':
        return pageByDay(page, (request) => this.#store.pageByDay(viewer, query, request, -1), toNode);
      case 'DAY_ASC':
        return pageByDay(page, (request) => this.#store.pageByDay(viewer, query, request, 1), toNode);
      case 'SUSPECT_NAME_ASC': {
        const request = pageRequest(page.first, page.after, DAY_CURSOR_LENGTH);
        const found = await this.#store.pageBySuspectName(viewer, query, request);
        return connectionOf(found, request, ({ record }) => [record.identity?.name ?? null, record._id], toNode);
      }
    }
  }
}
