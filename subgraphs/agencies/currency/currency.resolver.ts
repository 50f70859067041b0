import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { AgenciesContext } from '../context.js';
import type { CurrencyStore } from './currency.store.js';
import { Currency } from './currency.type.js';
import { toCurrency } from './currency.view.js';

@Resolver()
export class CurrencyResolver {
  readonly #currencies: CurrencyStore;

  constructor(currencies: CurrencyStore) {
    this.#currencies = currencies;
  }

  @Query(() => Currency, { nullable: true, description: 'A currency by its code; null when there is none.' })
  currency(@Arg('code', () => ID, { description: 'ISO 4217 alphabetic code.' }) code: string, @Ctx() { viewer }: AgenciesContext): Currency | null {
    const record = this.#currencies.find(viewer, code);
    return record === null ? null : toCurrency(record);
  }

  @Query(() => [Currency], { description: 'All currencies of ISO 4217, ordered by code, withdrawn ones included.' })
  currencies(@Ctx() { viewer }: AgenciesContext): Currency[] {
    return this.#currencies.list(viewer).map(toCurrency);
  }
}
