import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { CodedTerm } from '../../../shared/graphql/coded-term.type.js';
import { connectionType } from '../../../shared/graphql/connection.js';
import { Handling } from '../../../shared/graphql/handling.type.js';
import { AgencyReference } from '../../../shared/graphql/references/agency.reference.js';
import { CountryReference } from '../../../shared/graphql/references/country.reference.js';
import { Release } from '../../../shared/graphql/release.type.js';

@ObjectType({ description: 'A country whose law an exchange operator is under, and whom to ask there.' })
export class OperatorJurisdiction {
  @Field(() => CountryReference, { description: 'The country.' })
  country!: CountryReference;

  @Field(() => AgencyReference, { nullable: true, description: 'Its National Central Bureau, which to ask; null where the register has none that you may see.' })
  bureau!: AgencyReference | null;
}

@ObjectType({ description: 'Who operates an exchange or another service for virtual assets, as one organisation describes them. Who that is stands in no ledger.' })
@Directive('@key(fields: "id")')
export class ExchangeOperator {
  @Field(() => ID, { description: 'Stable id, random to outsiders.' })
  id!: string;

  @Field(() => String, { description: "The originator's own reference." })
  reference!: string;

  @Field(() => String, { nullable: true, description: 'Code: originator and reference (`interpol/binance`); null where you may not see the originator.' })
  code!: string | null;

  @Field(() => AgencyReference, { nullable: true, description: 'Who gave it and keeps control of it; null where you may not see that organisation.' })
  originator!: AgencyReference | null;

  @Field(() => String, { description: 'Actor, by which tags name it (`binance`).' })
  actor!: string;

  @Field(() => String, { description: 'Name.' })
  name!: string;

  @Field(() => [CodedTerm], { description: 'What it operates (code lists `dwvaEntity` and `dwvaAbuse`).' })
  categories!: CodedTerm[];

  @Field(() => [OperatorJurisdiction], { description: 'Its jurisdictions, by code of the country.' })
  jurisdictions!: OperatorJurisdiction[];

  @Field(() => [String], { description: 'Its web addresses, as they were stated: text, and not always with a scheme.' })
  webAddresses!: string[];

  @Field(() => String, { nullable: true, description: 'What else is known of it; null = nothing.' })
  context!: string | null;

  @Field(() => String, { nullable: true, description: 'The collection from which it comes; null when not stated.' })
  pack!: string | null;

  @Field(() => Handling, { description: 'How the entry is handled.' })
  handling!: Handling;

  @Field(() => [Release], { nullable: true, description: 'Its releases, for its originator; null for everybody else.' })
  releases!: Release[] | null;

  versionToken!: () => string;

  @Field(() => String, { description: 'Token of the version that you read; an edit must give it.' })
  get version(): string {
    return this.versionToken();
  }

  @Field(() => GraphQLDateTimeISO, { description: 'When it was recorded.' })
  recordedAt!: Date;
}

export const ExchangeOperatorConnection = connectionType(ExchangeOperator, 'ExchangeOperator', 'exchange operators');
