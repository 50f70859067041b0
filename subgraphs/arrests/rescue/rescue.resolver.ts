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
import { Arrest } from '../arrest/arrest.type.js';
import { toArrest } from '../arrest/arrest.view.js';
import type { ArrestsContext } from '../context.js';
import { OperationStub } from '../references/operation.stub.js';
import { CorrectRescueInput, RecordRescueInput, RecordRescuesInput, RescueFilter, RescueOrderEnum } from './rescue.inputs.js';
import { RescueResult } from './rescue.result.js';
import type { RescueService } from './rescue.service.js';
import type { RescueQuery, RescueStore } from './rescue.store.js';
import { Rescue, RescueConnection } from './rescue.type.js';
import { toRescue } from './rescue.view.js';

@Resolver(() => OperationStub)
export class RescueResolver extends verbMutations(RescueResult) {
  readonly #runtime: SubgraphRuntime;
  readonly #store: RescueStore;
  readonly #service: RescueService;

  constructor(runtime: SubgraphRuntime, store: RescueStore, service: RescueService) {
    super(service.verbs, async (viewer, id) => {
      const [found] = await store.findReadable(viewer, [id]);
      return found === undefined ? null : toRescue(runtime, viewer, found);
    });
    this.#runtime = runtime;
    this.#store = store;
    this.#service = service;
  }

  @Query(() => Rescue, { nullable: true, description: 'A rescue; null when there is none that you may read.' })
  async rescue(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() context: ArrestsContext): Promise<Rescue | null> {
    const found = await context.rescues.load(id);
    return found === null ? null : toRescue(this.#runtime, context.viewer, found);
  }

  @Query(() => RescueConnection, { description: 'The rescues that you may read.' })
  rescues(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => RescueFilter, { nullable: true, description: 'Which rescues.' }) filter: RescueFilter | null,
    @Arg('orderBy', () => RescueOrderEnum, { defaultValue: 'DAY_DESC', description: 'In which order.' }) orderBy: DayOrderName,
    @Ctx() context: ArrestsContext,
  ): Promise<ConnectionOf<Rescue>> {
    return this.#page(context, given(filter), page, orderBy);
  }

  @FieldResolver(() => RescueConnection, { name: 'rescues', description: 'Rescues recorded under the operation that you may read.' })
  operationRescues(
    @Root() operation: OperationStub,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => RescueFilter, { nullable: true, description: 'Which rescues.' }) filter: RescueFilter | null,
    @Arg('orderBy', () => RescueOrderEnum, { defaultValue: 'DAY_DESC', description: 'In which order.' }) orderBy: DayOrderName,
    @Ctx() context: ArrestsContext,
  ): Promise<ConnectionOf<Rescue>> {
    return this.#page(context, { ...given(filter), operation: operation.ref }, page, orderBy);
  }

  @Mutation(() => RescueResult.Result, { description: 'Records a rescue for your organisation. Role: contributor.' })
  async recordRescue(
    @Arg('input', () => RecordRescueInput, { description: 'The rescue.' }) input: RecordRescueInput,
    @Ctx() { viewer }: ArrestsContext,
  ): Promise<RecordResult<Rescue>> {
    return this.answer(viewer, await this.#service.record(viewer, input));
  }

  @Mutation(() => BatchResultUnion, { description: 'Records up to 500 rescues for your organisation in one entry of its journal. Role: contributor.' })
  async recordRescues(
    @Arg('input', () => RecordRescuesInput, { description: 'The rescues.' }) { rows, mode }: RecordRescuesInput,
    @Ctx() { viewer }: ArrestsContext,
  ): Promise<BatchResult> {
    const outcome = await this.#service.recordBatch(viewer, rows, mode);
    return 'refused' in outcome ? outcome.refused : outcome.report;
  }

  @Mutation(() => RescueResult.Result, { description: 'Corrects a rescue of your organisation. Role: contributor.' })
  async correctRescue(
    @Arg('input', () => CorrectRescueInput, { description: 'The correction.' }) input: CorrectRescueInput,
    @Ctx() { viewer }: ArrestsContext,
  ): Promise<RecordResult<Rescue>> {
    return this.answer(viewer, await this.#service.correct(viewer, input));
  }

  #page({ viewer }: ArrestsContext, query: RescueQuery, page: PageArgs, orderBy: DayOrderName): Promise<ConnectionOf<Rescue>> {
    return pageByDay(page, (request) => this.#store.pageByDay(viewer, query, request, dayOrderOf(orderBy)), (found) => toRescue(this.#runtime, viewer, found));
  }
}

/** A person forced to offend is a victim first, and may have been arrested all the same. */
@Resolver(() => Rescue)
export class RescuedSuspectResolver {
  readonly #runtime: SubgraphRuntime;

  constructor(runtime: SubgraphRuntime) {
    this.#runtime = runtime;
  }

  @FieldResolver(() => Arrest, { nullable: true, description: 'The arrest of the same person; null when there is none that you may read.' })
  async arrest(@Root() { arrestId }: Rescue, @Ctx() { viewer, arrests }: ArrestsContext): Promise<Arrest | null> {
    const found = arrestId === null ? null : await arrests.load(arrestId);
    return found === null ? null : toArrest(this.#runtime, viewer, found);
  }
}
