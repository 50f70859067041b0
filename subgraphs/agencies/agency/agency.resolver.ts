import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { AFTER_DESCRIPTION, FIRST_DESCRIPTION, pageRequest, toConnection, type ConnectionOf } from '../../../shared/graphql/connection.js';
import { CodedError } from '../../../shared/errors/coded-error.js';
import { searchText } from '../../../shared/graphql/search-text.js';
import type { SubgraphRuntime } from '../../../shared/subgraph-server/subgraph-runtime.js';
import type { AgenciesContext } from '../context.js';
import { Country } from '../country/country.type.js';
import type { AgencyQuery, AgencyStore } from './agency.store.js';
import { Agency, AgencyConnection } from './agency.type.js';
import { toAgency } from './agency.view.js';

@Resolver(() => Country)
export class AgencyResolver {
  readonly #runtime: SubgraphRuntime;
  readonly #agencies: AgencyStore;

  constructor(runtime: SubgraphRuntime, agencies: AgencyStore) {
    this.#runtime = runtime;
    this.#agencies = agencies;
  }

  @Query(() => Agency, { nullable: true, description: 'An organisation by id or by code; null when there is none that you may see.' })
  async agency(
    @Arg('id', () => ID, { nullable: true, description: 'Its id.' }) id: string | null | undefined,
    @Arg('code', () => String, { nullable: true, description: 'Its code in the register.' }) code: string | null | undefined,
    @Ctx() { viewer, agencies }: AgenciesContext,
  ): Promise<Agency | null> {
    if ((id === null || id === undefined) === (code === null || code === undefined)) {
      throw new CodedError('BAD_USER_INPUT', 'Ask for an organisation by `id` or by `code`, one of them.');
    }
    const found =
      code === null || code === undefined
        ? await this.#agencies.findByPublicId(viewer, searchText('id', id ?? ''))
        : await agencies.load(searchText('code', code));
    return found === null ? null : toAgency(this.#runtime, viewer, found);
  }

  @Query(() => AgencyConnection, { name: 'agencies', description: 'The organisations that you may see, ordered by code.' })
  agencies(
    @Arg('first', () => Int, { nullable: true, description: FIRST_DESCRIPTION }) first: number | null,
    @Arg('after', () => String, { nullable: true, description: AFTER_DESCRIPTION }) after: string | null,
    @Arg('search', () => String, { nullable: true, description: 'A part of the code or of a name.' }) search: string | null,
    @Arg('country', () => ID, { nullable: true, description: 'ISO 3166-1 alpha-2 code of their country.' }) country: string | null,
    @Ctx() context: AgenciesContext,
  ): Promise<ConnectionOf<Agency>> {
    const query = {
      search: search ? searchText('search', search) : undefined,
      country: country ? searchText('country', country) : undefined,
    };
    return this.#page(context, query, first, after);
  }

  @FieldResolver(() => AgencyConnection, { name: 'agencies', description: 'Its organisations on the exchange that you may see, ordered by code.' })
  countryAgencies(
    @Root() country: Country,
    @Arg('first', () => Int, { nullable: true, description: FIRST_DESCRIPTION }) first: number | null,
    @Arg('after', () => String, { nullable: true, description: AFTER_DESCRIPTION }) after: string | null,
    @Ctx() context: AgenciesContext,
  ): Promise<ConnectionOf<Agency>> {
    return this.#page(context, { country: country.code }, first, after);
  }

  async #page({ viewer }: AgenciesContext, query: AgencyQuery, first: number | null, after: string | null): Promise<ConnectionOf<Agency>> {
    const request = pageRequest(first, after, 1);
    const found = await this.#agencies.page(viewer, query, request);
    return toConnection(found, request, ({ _id }) => [_id], (record) => toAgency(this.#runtime, viewer, record));
  }
}
