import { Field, ID, ObjectType } from 'type-graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { GraphQLDay } from '../graphql/date.scalar.js';
import { Handling, Withheld } from '../graphql/handling.type.js';
import { AgencyReference } from '../graphql/references/agency.reference.js';
import { CountryReference } from '../graphql/references/country.reference.js';
import type { ClaimedAction } from './double-claims/readable-double-claims.js';
import { Release } from '../graphql/release.type.js';

/** What the world may see of every record of an action. Never a type of the schema by itself. */
@ObjectType({ description: 'A record of an action that an agency contributed.' })
export abstract class ActionRecordFields {
  @Field(() => ID, { description: 'Stable id, random to outsiders.' })
  id!: string;

  @Field(() => String, { description: "The originator's own reference." })
  reference!: string;

  @Field(() => AgencyReference, { nullable: true, description: 'Who gave it and keeps control of it; null where you may not see that organisation.' })
  originator!: AgencyReference | null;

  @Field(() => AgencyReference, { nullable: true, description: 'The agency that acted; null where you may not see that organisation.' })
  agency!: AgencyReference | null;

  @Field(() => CountryReference, { description: 'The country in which it happened.' })
  country!: CountryReference;

  @Field(() => GraphQLDay, { description: 'The day on which it happened.' })
  day!: string;

  @Field(() => Handling, { description: 'How the record is handled.' })
  handling!: Handling;

  @Field(() => [Withheld], { description: 'Parts of this record that are withheld from you.' })
  withheld!: Withheld[];

  @Field(() => [Release], { nullable: true, description: 'Its releases, for its originator; null for everybody else.' })
  releases!: Release[] | null;

  versionToken!: () => string;

  @Field(() => String, { description: 'Token of the version that you read; an edit must give it.' })
  get version(): string {
    return this.versionToken();
  }

  @Field(() => GraphQLDateTimeISO, { description: 'When it was recorded.' })
  recordedAt!: Date;

  /** What is said of it and other records: shown as `doubleClaims` to whoever reads both, or not at all. */
  claimed!: ClaimedAction;
}
