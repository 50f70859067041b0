import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ConnectionOf } from '../../../shared/graphql/connection.js';
import { PageArgs } from '../../../shared/graphql/page.args.js';
import { CountryReference } from '../../../shared/graphql/references/country.reference.js';
import { searchText } from '../../../shared/graphql/search-text.js';
import { pageByDay } from '../../../shared/record/day-order.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import type { ArrestStore } from '../arrest/arrest.store.js';
import { ArrestConnection, type Arrest } from '../arrest/arrest.type.js';
import { toArrest } from '../arrest/arrest.view.js';
import type { ArrestsContext } from '../context.js';
import { CriminalGroupStub } from '../references/criminal-group.stub.js';
import { RoleCount } from './criminal-group.type.js';
import { toCountries, toRoleCounts } from './criminal-group.view.js';

/**
 * What arrests say about a criminal group that the viewer may read: the reference resolver has asked that. Everything
 * here follows from the members that the viewer may read, and from nothing else.
 */
@Resolver(() => CriminalGroupStub)
export class CriminalGroupResolver {
  readonly #runtime: SubgraphRuntime;
  readonly #store: ArrestStore;

  constructor(runtime: SubgraphRuntime, store: ArrestStore) {
    this.#runtime = runtime;
    this.#store = store;
  }

  @FieldResolver(() => ArrestConnection, { nullable: true, description: 'Arrests of its members that you may read, latest day first.' })
  members(
    @Root() { ref }: CriminalGroupStub,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('cell', () => String, { nullable: true, description: 'Code of a cell; left out, all members.' }) cell: string | null,
    @Ctx() { viewer }: ArrestsContext,
  ): Promise<ConnectionOf<Arrest>> {
    const query = { groups: [ref], cell: cell == null ? undefined : searchText('cell', cell) };
    return pageByDay(page, (request) => this.#store.pageOfMembers(viewer, query, request), (found) => toArrest(this.#runtime, viewer, found));
  }

  @FieldResolver(() => [RoleCount], { nullable: true, description: 'Its members that you may read, counted by role. The rows add up to the list of members.' })
  async membersByRole(
    @Root() { ref }: CriminalGroupStub,
    @Arg('cell', () => String, { nullable: true, description: 'Code of a cell; left out, all members.' }) cell: string | null,
    @Ctx() { members }: ArrestsContext,
  ): Promise<RoleCount[]> {
    const wanted = cell == null ? null : searchText('cell', cell);
    return toRoleCounts((await members.load(ref)).filter((member) => wanted === null || member.cell === wanted));
  }

  @FieldResolver(() => [CountryReference], { nullable: true, description: 'Countries in which members that you may read committed offences.' })
  async countriesOfCommission(@Root() { ref }: CriminalGroupStub, @Ctx() { members }: ArrestsContext): Promise<CountryReference[]> {
    return toCountries((await members.load(ref)).flatMap(({ countriesOfCommission }) => countriesOfCommission));
  }

  @FieldResolver(() => [CountryReference], { nullable: true, description: 'Countries in which members that you may read were arrested.' })
  async countriesOfArrest(@Root() { ref }: CriminalGroupStub, @Ctx() { members }: ArrestsContext): Promise<CountryReference[]> {
    return toCountries((await members.load(ref)).map(({ country }) => country));
  }

  @FieldResolver(() => [CountryReference], { nullable: true, description: 'Countries of the victims of members that you may read.' })
  async countriesOfVictims(@Root() { ref }: CriminalGroupStub, @Ctx() { members }: ArrestsContext): Promise<CountryReference[]> {
    return toCountries((await members.load(ref)).flatMap(({ countriesOfVictims }) => countriesOfVictims));
  }
}
