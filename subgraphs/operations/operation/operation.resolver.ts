import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { CodedError } from '../../../shared/errors/coded-error.js';
import { AFTER_DESCRIPTION, FIRST_DESCRIPTION, pageRequest, toConnection, type ConnectionOf } from '../../../shared/graphql/connection.js';
import { given } from '../../../shared/graphql/given.js';
import { searchText } from '../../../shared/graphql/search-text.js';
import { AgencyReference } from '../../../shared/graphql/references/agency.reference.js';
import type { RecordOutcome } from '../../../shared/record/record-outcome.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import type { OperationsContext } from '../context.js';
import { CorrectPhasesInput } from '../phase/phase.inputs.js';
import { OperationFilter, RegisterOperationInput, RelabelOperationInput } from './operation.inputs.js';
import { OperationAccepted, OperationResult } from './operation.result.js';
import type { OperationService } from './operation.service.js';
import type { OperationQuery, OperationStore } from './operation.store.js';
import { Operation, OperationConnection } from './operation.type.js';
import { toOperation } from './operation.view.js';

@Resolver(() => Operation)
export class OperationResolver {
  readonly #runtime: SubgraphRuntime;
  readonly #store: OperationStore;
  readonly #service: OperationService;

  constructor(runtime: SubgraphRuntime, store: OperationStore, service: OperationService) {
    this.#runtime = runtime;
    this.#store = store;
    this.#service = service;
  }

  @Query(() => Operation, { nullable: true, description: 'An operation by id or by code; null when there is none that you may read.' })
  async operation(
    @Arg('id', () => ID, { nullable: true, description: 'Its id.' }) id: string | null,
    @Arg('code', () => String, { nullable: true, description: 'Its code, for example `interpol/first-light-2024`.' }) code: string | null,
    @Ctx() { viewer, operations }: OperationsContext,
  ): Promise<Operation | null> {
    const [byId, byCode] = [id ?? null, code ?? null];
    if ((byId === null) === (byCode === null)) throw new CodedError('BAD_USER_INPUT', 'Ask for an operation by `id` or by `code`, one of them.');
    const found = byId === null ? await this.#store.findByCode(viewer, searchText('code', byCode ?? '')) : await operations.load(byId);
    return found === null ? null : toOperation(this.#runtime, viewer, found);
  }

  @Query(() => OperationConnection, { description: 'The operations that you may read: the latest first, those without a stated period last.' })
  async operations(
    @Arg('first', () => Int, { nullable: true, description: FIRST_DESCRIPTION }) first: number | null,
    @Arg('after', () => String, { nullable: true, description: AFTER_DESCRIPTION }) after: string | null,
    @Arg('filter', () => OperationFilter, { nullable: true, description: 'Which operations.' }) filter: OperationFilter | null,
    @Ctx() { viewer }: OperationsContext,
  ): Promise<ConnectionOf<Operation>> {
    const request = pageRequest(first, after, 2);
    const found = await this.#store.page(viewer, this.#query(viewer, filter), request);
    return toConnection(found, request, ({ latestDay, _id }) => [latestDay, _id], (record) => toOperation(this.#runtime, viewer, record));
  }

  @Mutation(() => OperationResult, { description: 'Registers an operation for your coordinating body or bureau. Role: registrar.' })
  async registerOperation(
    @Arg('input', () => RegisterOperationInput, { description: 'The operation.' }) input: RegisterOperationInput,
    @Ctx() { viewer }: OperationsContext,
  ): Promise<typeof OperationResult> {
    return this.#result(viewer, await this.#service.register(viewer, input));
  }

  @Mutation(() => OperationResult, { description: 'Changes how an operation is handled, and with it who may read any record under it. Role: releaser.' })
  async relabelOperation(
    @Arg('input', () => RelabelOperationInput, { description: 'The new handling.' }) input: RelabelOperationInput,
    @Ctx() { viewer }: OperationsContext,
  ): Promise<typeof OperationResult> {
    return this.#result(viewer, await this.#service.relabel(viewer, input));
  }

  @Mutation(() => OperationResult, { description: 'States the phases of an operation of your organisation anew. Role: registrar.' })
  async correctPhases(
    @Arg('input', () => CorrectPhasesInput, { description: 'The phases.' }) input: CorrectPhasesInput,
    @Ctx() { viewer }: OperationsContext,
  ): Promise<typeof OperationResult> {
    return this.#result(viewer, await this.#service.correctPhases(viewer, input));
  }

  #query(viewer: Viewer, filter: OperationFilter | null): OperationQuery {
    const { coordinator, ...said } = given(filter);
    if (said.search !== undefined) searchText('filter.search', said.search);
    if (said.crimeType !== undefined) searchText('filter.crimeType', said.crimeType);
    if (coordinator === undefined) return said;
    searchText('filter.coordinator', coordinator);
    // Asking by the code or name of a coordinator that the viewer may not see finds nothing by it.
    const directory = this.#runtime.directory();
    const facts = this.#runtime.visible.facts();
    const named = [...directory.organisations()].filter(({ id, name }) => name === coordinator && AgencyReference.readable(viewer, id, directory, facts) !== null);
    const code = AgencyReference.readable(viewer, coordinator, directory, facts)?.ref ?? null;
    return { ...said, coordinator: { published: coordinator, code, named: named.map(({ id }) => id) } };
  }

  async #result(viewer: Viewer, outcome: RecordOutcome): Promise<typeof OperationResult> {
    if ('refused' in outcome) return outcome.refused;
    const { id, receipt, repeated } = outcome.accepted;
    await this.#runtime.refreshDirectory();
    const [found] = await this.#store.findReadable(viewer, [id]);
    const operation = found === undefined ? null : toOperation(this.#runtime, viewer, found);
    return Object.assign(new OperationAccepted(), { operation, receipt, repeated });
  }
}
