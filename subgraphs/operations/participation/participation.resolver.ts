import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { AFTER_DESCRIPTION, FIRST_DESCRIPTION, pageOfList, pageRequest, type ConnectionOf } from '../../../shared/graphql/connection.js';
import type { RecordOutcome } from '../../../shared/record/record-outcome.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import type { OperationsContext } from '../context.js';
import { Operation } from '../operation/operation.type.js';
import { AddParticipationInput, DecideParticipationInput, EndParticipationInput } from './participation.inputs.js';
import { ParticipationAccepted, ParticipationResult } from './participation.result.js';
import type { ParticipationService } from './participation.service.js';
import type { ParticipationStore } from './participation.store.js';
import type { Participation} from './participation.type.js';
import { ParticipationConnection } from './participation.type.js';
import { toParticipation } from './participation.view.js';

@Resolver(() => Operation)
export class ParticipationResolver {
  readonly #runtime: SubgraphRuntime;
  readonly #store: ParticipationStore;
  readonly #service: ParticipationService;

  constructor(runtime: SubgraphRuntime, store: ParticipationStore, service: ParticipationService) {
    this.#runtime = runtime;
    this.#store = store;
    this.#service = service;
  }

  @FieldResolver(() => ParticipationConnection, { description: 'Who takes part, past participations included, in the order of joining.' })
  async participations(
    @Root() operation: Operation,
    @Arg('first', () => Int, { nullable: true, description: FIRST_DESCRIPTION }) first: number | null,
    @Arg('after', () => String, { nullable: true, description: AFTER_DESCRIPTION }) after: string | null,
    @Ctx() { viewer, participations }: OperationsContext,
  ): Promise<ConnectionOf<Participation>> {
    const request = pageRequest(first, after, 2);
    const records = await participations.load(operation.ref);
    return pageOfList(records, request, ({ joinedAt, _id }) => [joinedAt, _id], (record) => toParticipation(this.#runtime, viewer, record));
  }

  @Mutation(() => ParticipationResult, { description: 'Lets an organisation join an operation that yours coordinates or leads. Role: registrar.' })
  async addParticipation(
    @Arg('input', () => AddParticipationInput, { description: 'Who joins.' }) input: AddParticipationInput,
    @Ctx() { viewer }: OperationsContext,
  ): Promise<typeof ParticipationResult> {
    return this.#result(viewer, await this.#service.add(viewer, input));
  }

  @Mutation(() => ParticipationResult, { description: 'Ends a participation in an operation that your organisation coordinates, or one that it entered and still leads. Role: registrar.' })
  async endParticipation(
    @Arg('input', () => EndParticipationInput, { description: 'Which one.' }) input: EndParticipationInput,
    @Ctx() { viewer }: OperationsContext,
  ): Promise<typeof ParticipationResult> {
    return this.#result(viewer, await this.#service.end(viewer, input));
  }

  @Mutation(() => ParticipationResult, {
    description: "Says whether a later participation reaches your organisation's AMBER records. Silence for 72 hours accepts. Role: releaser.",
  })
  async decideParticipation(
    @Arg('input', () => DecideParticipationInput, { description: 'The answer.' }) input: DecideParticipationInput,
    @Ctx() { viewer }: OperationsContext,
  ): Promise<typeof ParticipationResult> {
    return this.#result(viewer, await this.#service.decide(viewer, input));
  }

  async #result(viewer: Viewer, outcome: RecordOutcome): Promise<typeof ParticipationResult> {
    if ('refused' in outcome) return outcome.refused;
    const { id, receipt, repeated } = outcome.accepted;
    await this.#runtime.refreshDirectory();
    const [found] = await this.#store.findReadable(viewer, [id]);
    const participation = found === undefined ? null : toParticipation(this.#runtime, viewer, found);
    return Object.assign(new ParticipationAccepted(), { participation, receipt, repeated });
  }
}
