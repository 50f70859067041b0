import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import type { Viewer } from '../../../shared/viewer/viewer.js';
import type { OperationsContext } from '../context.js';
import { toReportedFigure } from '../figure/figure.view.js';
import { measureOperations, type MeasuredOperation } from '../figure/measured-operations.js';
import { subjectFrom } from '../figure/subject.args.js';
import { FigureSubject } from '../figure/subject.type.js';
import type { OperationsStores } from '../loaders.js';
import { chooseOperations, type LeftOut } from '../operation/chosen-operations.js';
import { OperationLeftOut } from '../operation/left-out.type.js';
import type { Operation } from '../operation/operation.type.js';
import { toOperation } from '../operation/operation.view.js';
import { belongsSince } from './belongs-since.js';
import { entriesFrom, OperationRankingArgs, sinceFrom } from './operation-ranking.args.js';
import { MOST_OBSTACLES, OperationRanking, RankedOperation, RankingObstacle } from './operation-ranking.type.js';
import { rankOperations, type Ranked } from './rank-operations.js';

const RULE =
  'Only figures for whole operations are compared, by the bounds that follow from their words. An operation has a place where each other one is certainly larger or certainly not larger; ' +
  'equal numbers share a place. What is not known is not 0 and stands against every place that it might take. Countries are not added to wholes, currencies are not converted, records are not counted.';

@Resolver()
export class OperationRankingResolver {
  readonly #runtime: SubgraphRuntime;
  readonly #stores: Pick<OperationsStores, 'operations' | 'figures'>;

  constructor(runtime: SubgraphRuntime, stores: Pick<OperationsStores, 'operations' | 'figures'>) {
    this.#runtime = runtime;
    this.#stores = stores;
  }

  @Query(() => OperationRanking, { description: 'The operations that you may read by one reported number, largest first: places only where bounds permit, else why not.' })
  async operationRanking(@Args(() => OperationRankingArgs) args: OperationRankingArgs, @Ctx() { viewer }: OperationsContext): Promise<OperationRanking> {
    const [subject, since, first] = [subjectFrom(args), sinceFrom(args), entriesFrom(args)];
    const chosen = await chooseOperations(this.#stores.operations, viewer, args.operations, args.exercise);
    const isOver = ({ period }: (typeof chosen.operations)[number]): boolean => since !== null && belongsSince(period, since) === 'NO';
    const over = args.operations == null ? [] : chosen.operations.filter(isOver);
    const measured = await measureOperations(this.#stores.figures, viewer, chosen.operations.filter((operation) => !isOver(operation)), subject);
    const ranked = rankOperations(
      measured.map(({ operation, statements, bounds }) => ({
        id: operation._id,
        code: operation.code,
        reported: statements.some(({ value }) => value !== null),
        bounds,
        certain: since === null || belongsSince(operation.period, since) === 'YES',
      })),
    );
    const leftOut = [...chosen.leftOut, ...over.map(({ code }): LeftOut => ({ code, reason: 'BEFORE' }))];
    const byId = new Map(measured.map((one) => [one.operation._id, one]));
    return Object.assign(new OperationRanking(), {
      subject: FigureSubject.of(subject),
      exercise: args.exercise,
      since,
      rule: RULE,
      ranked: ranked.length,
      entries: ranked.slice(0, first).map((entry) => this.#entry(viewer, entry, byId)),
      leftOut: leftOut.map((one) => Object.assign(new OperationLeftOut(), one)),
    });
  }

  #entry(viewer: Viewer, { contender, place, bestPlace, worstPlace, tiedWith, reason, obstacles }: Ranked, byId: ReadonlyMap<string, MeasuredOperation>): RankedOperation {
    const show = (id: string): Operation => toOperation(this.#runtime, viewer, one(id).operation);
    const one = (id: string): MeasuredOperation => {
      const found = byId.get(id);
      if (found === undefined) throw new Error('Only measured operations are ranked.');
      return found;
    };
    return Object.assign(new RankedOperation(), {
      operation: show(contender.id),
      outcome: place === null ? 'NOT_DECIDABLE' : 'DECIDED',
      place,
      bestPlace,
      worstPlace,
      tiedWith: tiedWith.map(show),
      ...contender.bounds,
      figures: one(contender.id).statements.map((figure) => toReportedFigure(this.#runtime, viewer, figure)),
      reason,
      obstacleCount: obstacles.length,
      obstacles: obstacles.slice(0, MOST_OBSTACLES).map((obstacle) => Object.assign(new RankingObstacle(), { operation: show(obstacle.id), reason: obstacle.reason })),
    });
  }
}
