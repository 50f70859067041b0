import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import type { OperationsContext } from '../context.js';
import { toReportedFigure } from '../figure/figure.view.js';
import { measureOperations } from '../figure/measured-operations.js';
import { subjectFrom } from '../figure/subject.args.js';
import { FigureSubject } from '../figure/subject.type.js';
import type { OperationsStores } from '../loaders.js';
import { chooseOperations } from '../operation/chosen-operations.js';
import { OperationLeftOut } from '../operation/left-out.type.js';
import { toOperation } from '../operation/operation.view.js';
import { addBounds, type Pair } from './add-bounds.js';
import { mayOverlap } from './may-overlap.js';
import { ReportedBoundsArgs } from './reported-bounds.args.js';
import { OperationBounds, PossibleOverlap, ReportedBounds } from './reported-bounds.type.js';

const RULE =
  'Only figures for whole operations count, by the bounds that follow from their words. Upper bounds add up: an event that stands in two operations only widens them. ' +
  'Lower bounds add up between operations that cannot hold the same event; of operations that hang together by possible overlaps only the largest lower bound counts. ' +
  'What is not known is null and not 0: it leaves the lower bound as it is, and the upper bound unknown.';

@Resolver()
export class ReportedBoundsResolver {
  readonly #runtime: SubgraphRuntime;
  readonly #stores: Pick<OperationsStores, 'operations' | 'figures'>;

  constructor(runtime: SubgraphRuntime, stores: Pick<OperationsStores, 'operations' | 'figures'>) {
    this.#runtime = runtime;
    this.#stores = stores;
  }

  @Query(() => ReportedBounds, { description: 'Lower and upper bound of one reported number over several operations, and the pairs in which one event may stand twice.' })
  async reportedBounds(@Args(() => ReportedBoundsArgs) args: ReportedBoundsArgs, @Ctx() { viewer }: OperationsContext): Promise<ReportedBounds> {
    const subject = subjectFrom(args);
    const { operations, leftOut } = await chooseOperations(this.#stores.operations, viewer, args.operations, args.exercise);
    const measured = await measureOperations(this.#stores.figures, viewer, operations, subject);
    const pairs = operations.flatMap((one, place) => operations.flatMap((other, index): Pair[] => (place < index && mayOverlap(one, other) ? [[place, index]] : [])));
    const shown = operations.map((operation) => toOperation(this.#runtime, viewer, operation));
    return Object.assign(new ReportedBounds(), {
      subject: FigureSubject.of(subject),
      ...addBounds(measured.map(({ bounds }) => bounds), pairs),
      operations: measured.map(({ bounds, statements }, index) =>
        Object.assign(new OperationBounds(), { operation: shown[index], ...bounds, figures: statements.map((figure) => toReportedFigure(this.#runtime, viewer, figure)) }),
      ),
      overlaps: pairs.map(([first, second]) => Object.assign(new PossibleOverlap(), { first: shown[first], second: shown[second] })),
      rule: RULE,
      leftOut: leftOut.map((one) => Object.assign(new OperationLeftOut(), one)),
    });
  }
}
