import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { AFTER_DESCRIPTION, FIRST_DESCRIPTION, pageOfList, pageRequest, type ConnectionOf } from '../../../shared/graphql/connection.js';
import type { AgenciesContext } from '../context.js';
import type { CountryStore } from './country.store.js';
import { Country, CountryConnection } from './country.type.js';
import { toCountry } from './country.view.js';

@Resolver()
export class CountryResolver {
  readonly #countries: CountryStore;

  constructor(countries: CountryStore) {
    this.#countries = countries;
  }

  @Query(() => Country, { nullable: true, description: 'A country by its code; null when there is none.' })
  country(@Arg('code', () => ID, { description: 'ISO 3166-1 alpha-2 code.' }) code: string, @Ctx() { viewer }: AgenciesContext): Country | null {
    const record = this.#countries.find(viewer, code);
    return record === null ? null : toCountry(record);
  }

  @Query(() => CountryConnection, { description: 'Countries and territories, ordered by code.' })
  countries(
    @Arg('first', () => Int, { nullable: true, description: FIRST_DESCRIPTION }) first: number | null,
    @Arg('after', () => String, { nullable: true, description: AFTER_DESCRIPTION }) after: string | null,
    @Arg('search', () => String, { nullable: true, description: 'A part of the code or of the English name.' }) search: string | null,
    @Ctx() { viewer }: AgenciesContext,
  ): ConnectionOf<Country> {
    return pageOfList(this.#countries.list(viewer, search), pageRequest(first, after, 1), ({ code }) => [code], toCountry);
  }
}
