import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import { AsOfArgs, ChosenOperationsArgs } from '../../../shared/tally/as-of.args.js';
import { chosenScope } from '../../../shared/tally/tally-question.js';
import { ArrestFilter } from '../arrest/arrest.inputs.js';
import type { ArrestsContext } from '../context.js';
import { OperationStub } from '../references/operation.stub.js';
import { RescueFilter } from '../rescue/rescue.inputs.js';
import type { Tallies } from './open-tallies.js';
import { Tally } from './tally.type.js';

@Resolver(() => OperationStub)
export class TallyResolver {
  readonly #runtime: SubgraphRuntime;
  readonly #tallies: Tallies;

  constructor(runtime: SubgraphRuntime, tallies: Tallies) {
    this.#runtime = runtime;
    this.#tallies = tallies;
  }

  @Query(() => Tally, { name: 'arrestTally', description: 'Arrests counted for you over chosen operations, or over all that you may read, by principal crime type.' })
  chosenArrestTally(
    @Args(() => ChosenOperationsArgs) { operations, asOf }: ChosenOperationsArgs,
    @Arg('filter', () => ArrestFilter, { nullable: true, description: 'Which arrests.' }) filter: ArrestFilter | null,
    @Ctx() { viewer }: ArrestsContext,
  ): Tally {
    return this.#tallies.arrests(viewer, { scope: chosenScope(this.#runtime, viewer, operations), filter, asOf });
  }

  @Query(() => Tally, { name: 'rescueTally', description: 'Rescues counted for you over chosen operations, or over all that you may read, by victim state.' })
  chosenRescueTally(
    @Args(() => ChosenOperationsArgs) { operations, asOf }: ChosenOperationsArgs,
    @Arg('filter', () => RescueFilter, { nullable: true, description: 'Which rescues.' }) filter: RescueFilter | null,
    @Ctx() { viewer }: ArrestsContext,
  ): Tally {
    return this.#tallies.rescues(viewer, { scope: chosenScope(this.#runtime, viewer, operations), filter, asOf });
  }

  @FieldResolver(() => Tally, { description: 'Arrests recorded under the operation, counted for you, by principal crime type.' })
  arrestTally(
    @Root() { ref }: OperationStub,
    @Arg('filter', () => ArrestFilter, { nullable: true, description: 'Which arrests.' }) filter: ArrestFilter | null,
    @Args(() => AsOfArgs) { asOf }: AsOfArgs,
    @Ctx() { viewer }: ArrestsContext,
  ): Tally {
    return this.#tallies.arrests(viewer, { scope: { operations: [ref] }, filter, asOf });
  }

  @FieldResolver(() => Tally, { description: 'Rescues recorded under the operation, counted for you, by victim state.' })
  rescueTally(
    @Root() { ref }: OperationStub,
    @Arg('filter', () => RescueFilter, { nullable: true, description: 'Which rescues.' }) filter: RescueFilter | null,
    @Args(() => AsOfArgs) { asOf }: AsOfArgs,
    @Ctx() { viewer }: ArrestsContext,
  ): Tally {
    return this.#tallies.rescues(viewer, { scope: { operations: [ref] }, filter, asOf });
  }
}
