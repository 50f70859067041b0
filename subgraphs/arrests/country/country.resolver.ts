import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { AsOfArgs } from '../../../shared/tally/as-of.args.js';
import { ArrestFilter } from '../arrest/arrest.inputs.js';
import type { ArrestsContext } from '../context.js';
import { RescueFilter } from '../rescue/rescue.inputs.js';
import type { Tallies } from '../tally/open-tallies.js';
import { Tally } from '../tally/tally.type.js';
import { CountryExtension } from './country.type.js';

@Resolver(() => CountryExtension)
export class CountryResolver {
  readonly #tallies: Tallies;

  constructor(tallies: Tallies) {
    this.#tallies = tallies;
  }

  @FieldResolver(() => Tally, { description: 'Arrests made in the country, counted for you over every operation and none, by principal crime type.' })
  arrestTally(
    @Root() { code }: CountryExtension,
    @Arg('filter', () => ArrestFilter, { nullable: true, description: 'Which arrests.' }) filter: ArrestFilter | null,
    @Args(() => AsOfArgs) { asOf }: AsOfArgs,
    @Ctx() { viewer }: ArrestsContext,
  ): Tally {
    return this.#tallies.arrests(viewer, { scope: { country: code }, filter, asOf });
  }

  @FieldResolver(() => Tally, { description: 'Persons rescued in the country, counted for you over every operation and none, by victim state.' })
  rescueTally(
    @Root() { code }: CountryExtension,
    @Arg('filter', () => RescueFilter, { nullable: true, description: 'Which rescues.' }) filter: RescueFilter | null,
    @Args(() => AsOfArgs) { asOf }: AsOfArgs,
    @Ctx() { viewer }: ArrestsContext,
  ): Tally {
    return this.#tallies.rescues(viewer, { scope: { country: code }, filter, asOf });
  }
}
