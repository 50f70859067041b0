import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { connectionType } from '../../../shared/graphql/connection.js';
import { Currency } from '../currency/currency.type.js';

@ObjectType({ description: 'A country or territory of ISO 3166-1.' })
@Directive('@key(fields: "code")')
export class Country {
  @Field(() => ID, { description: 'ISO 3166-1 alpha-2 code.' })
  code!: string;

  @Field(() => String, { description: 'ISO 3166-1 alpha-3 code.' })
  iso3!: string;

  @Field(() => String, { description: 'ISO 3166-1 numeric code, three digits.' })
  numeric!: string;

  @Field(() => String, { description: 'Name in English.' })
  name!: string;

  @Field(() => String, { description: 'Official name in French.' })
  nameFr!: string;

  @Field(() => String, { description: 'Official name in Spanish.' })
  nameEs!: string;

  @Field(() => String, { description: 'Official name in Arabic.' })
  nameAr!: string;

  @Field(() => String, { description: 'Official name in Chinese.' })
  nameZh!: string;

  @Field(() => String, { description: 'Official name in Russian.' })
  nameRu!: string;

  @Field(() => String, { nullable: true, description: 'Region of the United Nations geoscheme; null where it has none.' })
  region!: string | null;

  @Field(() => String, { nullable: true, description: 'Sub-region of the United Nations geoscheme; null where it has none.' })
  subRegion!: string | null;

  @Field(() => Boolean, { description: 'Whether it is one of the 196 member countries of INTERPOL.' })
  interpolMember!: boolean;

  @Field(() => Boolean, { description: 'Whether it has a sub-bureau of a National Central Bureau.' })
  subBureau!: boolean;

  @Field(() => Currency, { nullable: true, description: 'Its principal currency; null where it has none of its own.' })
  currency!: Currency | null;
}

export const CountryConnection = connectionType(Country, 'Country', 'countries');
