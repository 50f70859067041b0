import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { CodedError } from '../../../shared/errors/coded-error.js';
import { AFTER_DESCRIPTION, FIRST_DESCRIPTION, pageOfList, pageRequest, type ConnectionOf } from '../../../shared/graphql/connection.js';
import { searchText } from '../../../shared/graphql/search-text.js';
import { nameableCriminalGroup } from '../../../shared/record/readable-criminal-group.js';
import type { RecordResult } from '../../../shared/record/record-result.type.js';
import { verbMutations } from '../../../shared/record/verb-mutations.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import type { OperationsContext } from '../context.js';
import { Operation } from '../operation/operation.type.js';
import { toOperation } from '../operation/operation.view.js';
import { CorrectCriminalGroupInput, RecordCriminalGroupInput } from './criminal-group.inputs.js';
import { CriminalGroupResult } from './criminal-group.result.js';
import type { CriminalGroupService } from './criminal-group.service.js';
import type { CriminalGroupStore } from './criminal-group.store.js';
import { CriminalGroup, CriminalGroupConnection } from './criminal-group.type.js';
import { toCriminalGroup } from './criminal-group.view.js';

@Resolver(() => CriminalGroup)
export class CriminalGroupResolver extends verbMutations(CriminalGroupResult) {
  readonly #runtime: SubgraphRuntime;
  readonly #service: CriminalGroupService;

  constructor(runtime: SubgraphRuntime, store: CriminalGroupStore, service: CriminalGroupService) {
    super(service.verbs, async (viewer, id) => {
      // Arrests name groups that the directory shows.
      await runtime.refreshDirectory();
      const [found] = await store.findReadable(viewer, [id]);
      return found === undefined ? null : toCriminalGroup(runtime, viewer, found);
    });
    this.#runtime = runtime;
    this.#service = service;
  }

  @Query(() => CriminalGroup, { nullable: true, description: 'A criminal group by id or by code; null when there is none that you may read.' })
  async criminalGroup(
    @Arg('id', () => ID, { nullable: true, description: 'Its id.' }) id: string | null,
    @Arg('code', () => String, { nullable: true, description: 'Its code, for example `jp-ncb/crane`.' }) code: string | null,
    @Ctx() { viewer, criminalGroups }: OperationsContext,
  ): Promise<CriminalGroup | null> {
    const [byId, byCode] = [id ?? null, code ?? null];
    if ((byId === null) === (byCode === null)) throw new CodedError('BAD_USER_INPUT', 'Ask for a criminal group by `id` or by `code`, one of them.');
    const key = byId ?? nameableCriminalGroup(this.#runtime, viewer, searchText('code', byCode ?? ''))?.id;
    const found = key === undefined ? null : await criminalGroups.load(key);
    return found === null ? null : toCriminalGroup(this.#runtime, viewer, found);
  }

  @FieldResolver(() => Operation, { nullable: true, description: 'The operation that is directed against it; null when there is none that you may see.' })
  async operation(@Root() { operationRef }: CriminalGroup, @Ctx() { viewer, operations }: OperationsContext): Promise<Operation | null> {
    const found = operationRef === null ? null : await operations.load(operationRef);
    return found === null ? null : toOperation(this.#runtime, viewer, found);
  }

  @Mutation(() => CriminalGroupResult.Result, { description: 'Records a criminal group for your organisation. Role: contributor.' })
  async recordCriminalGroup(
    @Arg('input', () => RecordCriminalGroupInput, { description: 'The criminal group.' }) input: RecordCriminalGroupInput,
    @Ctx() { viewer }: OperationsContext,
  ): Promise<RecordResult<CriminalGroup>> {
    return this.answer(viewer, await this.#service.record(viewer, input));
  }

  @Mutation(() => CriminalGroupResult.Result, { description: 'Corrects a criminal group of your organisation. Role: contributor.' })
  async correctCriminalGroup(
    @Arg('input', () => CorrectCriminalGroupInput, { description: 'The correction.' }) input: CorrectCriminalGroupInput,
    @Ctx() { viewer }: OperationsContext,
  ): Promise<RecordResult<CriminalGroup>> {
    return this.answer(viewer, await this.#service.correct(viewer, input));
  }
}

@Resolver(() => Operation)
export class OperationCriminalGroupsResolver {
  readonly #runtime: SubgraphRuntime;

  constructor(runtime: SubgraphRuntime) {
    this.#runtime = runtime;
  }

  @FieldResolver(() => CriminalGroupConnection, { description: 'The criminal groups against which it is directed and that you may read, by reference.' })
  async criminalGroups(
    @Root() { ref }: Operation,
    @Arg('first', () => Int, { nullable: true, description: FIRST_DESCRIPTION }) first: number | null,
    @Arg('after', () => String, { nullable: true, description: AFTER_DESCRIPTION }) after: string | null,
    @Ctx() { viewer, groupsOfOperation }: OperationsContext,
  ): Promise<ConnectionOf<CriminalGroup>> {
    const request = pageRequest(first, after, 2);
    const found = await groupsOfOperation.load(ref);
    return pageOfList(found, request, ({ record }) => [record.reference, record._id], (group) => toCriminalGroup(this.#runtime, viewer, group));
  }
}
