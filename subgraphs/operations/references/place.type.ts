import { Field, ID, ObjectType } from 'type-graphql';
import { CountryReference } from '../../../shared/graphql/references/country.reference.js';
import { findCountry } from '../../../shared/reference/countries.js';

@ObjectType({ description: 'A country as a source names it. A mention is no participation and grants nothing.' })
export class CountryMention {
  @Field(() => ID, { description: 'The code as it came.' })
  code!: string;

  @Field(() => CountryReference, { nullable: true, description: 'The country; null where ISO 3166-1 does not know the code.' })
  country!: CountryReference | null;

  static of(code: string): CountryMention {
    return Object.assign(new CountryMention(), { code, country: findCountry(code) === undefined ? null : CountryReference.of(code) });
  }
}
