import { Field, ID, ObjectType } from 'type-graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { CodedTerm } from '../../../shared/graphql/coded-term.type.js';
import { connectionType } from '../../../shared/graphql/connection.js';
import { GraphQLDay } from '../../../shared/graphql/date.scalar.js';
import { CountryReference } from '../../../shared/graphql/references/country.reference.js';
import { OperationStub } from '../references/operation.stub.js';

@ObjectType({ description: 'The version of one arrest or rescue that a number counts.' })
export class CountedRecord {
  @Field(() => ID, { description: 'Id of the arrest or rescue. One that was retracted since is no longer found by it.' })
  id!: string;

  @Field(() => CountryReference, { description: 'The country in which it happened.' })
  country!: CountryReference;

  @Field(() => GraphQLDay, { description: 'The day on which it happened.' })
  day!: string;

  @Field(() => OperationStub, { nullable: true, description: 'The operation under which it was recorded; null when there is none that you may see.' })
  operation!: OperationStub | null;

  @Field(() => CodedTerm, { nullable: true, description: 'Principal crime type of an arrest (code list `crimeType`); null for rescues.' })
  crimeType!: CodedTerm | null;

  @Field(() => CodedTerm, { nullable: true, description: 'Role in the group (code list `role`); null for rescues and where none was recorded.' })
  role!: CodedTerm | null;

  @Field(() => CodedTerm, { nullable: true, description: 'State of the victim (code list `victimState`); null for arrests.' })
  victimState!: CodedTerm | null;

  @Field(() => GraphQLDateTimeISO, { description: 'From when this version counts.' })
  countedFrom!: Date;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'Until when it counted, that instant excluded; null while it counts.' })
  countedUntil!: Date | null;

  /** Asked of the tally only where somebody wants to know. */
  onceAs!: () => Promise<string>;

  @Field(() => ID, { description: 'The record that counts for its event in `countedOnce`: itself, or another by a double claim of both owners.' })
  countedOnceAs(): Promise<string> {
    return this.onceAs();
  }
}

export const CountedRecordConnection = connectionType(CountedRecord, 'CountedRecord', 'counted records');
