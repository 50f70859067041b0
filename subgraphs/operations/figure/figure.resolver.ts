import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { AFTER_DESCRIPTION, FIRST_DESCRIPTION, pageOfList, pageRequest, type ConnectionOf } from '../../../shared/graphql/connection.js';
import type { RecordOutcome } from '../../../shared/record/record-outcome.js';
import { RecordVersionInput } from '../../../shared/record/verbs.inputs.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import type { OperationsContext } from '../context.js';
import { Operation } from '../operation/operation.type.js';
import { CorrectFigureInput, ReportFigureInput } from './figure.inputs.js';
import { FigureAccepted, FigureResult } from './figure.result.js';
import type { FigureService } from './figure.service.js';
import type { FigureStore } from './figure.store.js';
import type { ReportedFigure} from './figure.type.js';
import { ReportedFigureConnection } from './figure.type.js';
import { toReportedFigure } from './figure.view.js';

@Resolver(() => Operation)
export class FigureResolver {
  readonly #runtime: SubgraphRuntime;
  readonly #store: FigureStore;
  readonly #service: FigureService;

  constructor(runtime: SubgraphRuntime, store: FigureStore, service: FigureService) {
    this.#runtime = runtime;
    this.#store = store;
    this.#service = service;
  }

  @FieldResolver(() => ReportedFigureConnection, { description: 'What was reported about the operation, in the order of the sources.' })
  async reportedFigures(
    @Root() operation: Operation,
    @Arg('first', () => Int, { nullable: true, description: FIRST_DESCRIPTION }) first: number | null,
    @Arg('after', () => String, { nullable: true, description: AFTER_DESCRIPTION }) after: string | null,
    @Ctx() { viewer, figures }: OperationsContext,
  ): Promise<ConnectionOf<ReportedFigure>> {
    const request = pageRequest(first, after, 2);
    const records = await figures.load(operation.ref);
    return pageOfList(records, request, ({ position, _id }) => [position, _id], (record) => toReportedFigure(this.#runtime, viewer, record));
  }

  @Mutation(() => FigureResult, { description: 'Reports a figure of an operation that your organisation coordinates or leads. Role: registrar.' })
  async reportFigure(
    @Arg('input', () => ReportFigureInput, { description: 'The figure.' }) input: ReportFigureInput,
    @Ctx() { viewer }: OperationsContext,
  ): Promise<typeof FigureResult> {
    return this.#result(viewer, await this.#service.report(viewer, input));
  }

  @Mutation(() => FigureResult, { description: 'Corrects a figure of your organisation; what it said before stays in its history. Role: registrar.' })
  async correctFigure(
    @Arg('input', () => CorrectFigureInput, { description: 'The correction.' }) input: CorrectFigureInput,
    @Ctx() { viewer }: OperationsContext,
  ): Promise<typeof FigureResult> {
    return this.#result(viewer, await this.#service.correct(viewer, input));
  }

  @Mutation(() => FigureResult, { description: 'Takes back a figure of your organisation that was wrong. Role: registrar.' })
  async retractFigure(
    @Arg('input', () => RecordVersionInput, { description: 'The figure.' }) input: RecordVersionInput,
    @Ctx() { viewer }: OperationsContext,
  ): Promise<typeof FigureResult> {
    return this.#result(viewer, await this.#service.retract(viewer, input));
  }

  async #result(viewer: Viewer, outcome: RecordOutcome): Promise<typeof FigureResult> {
    if ('refused' in outcome) return outcome.refused;
    const { id, receipt, repeated } = outcome.accepted;
    const [found] = await this.#store.findReadable(viewer, [id]);
    const figure = found === undefined ? null : toReportedFigure(this.#runtime, viewer, found);
    return Object.assign(new FigureAccepted(), { figure, receipt, repeated });
  }
}
