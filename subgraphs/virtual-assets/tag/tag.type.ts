import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { CodedTerm } from '../../../shared/graphql/coded-term.type.js';
import { connectionType } from '../../../shared/graphql/connection.js';
import { Handling } from '../../../shared/graphql/handling.type.js';
import { AgencyReference } from '../../../shared/graphql/references/agency.reference.js';
import { Release } from '../../../shared/graphql/release.type.js';
import { OperationStub } from '../references/operation.stub.js';

@ObjectType({ description: 'What one source says of an address or a transaction. Tags of several sources stand side by side; none replaces another.' })
@Directive('@key(fields: "id")')
export class Tag {
  @Field(() => ID, { description: 'Stable id, random to outsiders.' })
  id!: string;

  @Field(() => String, { description: "The originator's own reference." })
  reference!: string;

  @Field(() => AgencyReference, { nullable: true, description: 'Who gave it and keeps control of it; null where you may not see that organisation.' })
  originator!: AgencyReference | null;

  @Field(() => OperationStub, { nullable: true, description: 'The operation under which it was recorded; null when there is none that you may see.' })
  operation!: OperationStub | null;

  @Field(() => CodedTerm, { description: 'Network on which the address or transaction stands (code list `ledgerNetwork`).' })
  network!: CodedTerm;

  @Field(() => String, { nullable: true, description: 'The address as the source spells it; null for a tag of a transaction.' })
  statedAddress!: string | null;

  @Field(() => String, { nullable: true, description: 'Hash of the transaction; null for a tag of an address.' })
  transaction!: string | null;

  @Field(() => String, { nullable: true, description: 'Currency or token that the source speaks of (`BTC`, `USDT`); null when not stated.' })
  currency!: string | null;

  @Field(() => String, { description: 'What the source calls it.' })
  label!: string;

  @Field(() => String, { description: 'Where it is said: a web address, a publication, a case.' })
  source!: string;

  @Field(() => CodedTerm, { nullable: true, description: 'How far it can be relied on (code list `tagConfidence`); null when not stated.' })
  confidence!: CodedTerm | null;

  @Field(() => Int, { nullable: true, description: 'The same as a number of 100; null when not stated, or not known.' })
  confidenceLevel!: number | null;

  @Field(() => String, { nullable: true, description: 'When the source stated or last changed it, as it says: a day, or a day and a time; null when not stated.' })
  lastModified!: string | null;

  @Field(() => CodedTerm, { nullable: true, description: 'What kind of entity or service it is (code list `dwvaEntity`); null when not stated.' })
  category!: CodedTerm | null;

  @Field(() => CodedTerm, { nullable: true, description: 'What it is abused for (code list `dwvaAbuse`); null when not stated.' })
  abuse!: CodedTerm | null;

  @Field(() => [CodedTerm], { description: 'Further concepts (code lists `dwvaEntity` and `dwvaAbuse`).' })
  concepts!: CodedTerm[];

  @Field(() => String, { nullable: true, description: 'Who operates it, as actor packs name it (`binance`); null when not stated.' })
  actor!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it speaks for the whole cluster of the address; null when not stated.' })
  isClusterDefiner!: boolean | null;

  @Field(() => String, { nullable: true, description: 'What else the source says; null = nothing.' })
  context!: string | null;

  @Field(() => String, { nullable: true, description: 'The collection from which it comes (`miners.yaml`); null when not stated.' })
  pack!: string | null;

  @Field(() => Handling, { description: 'How the tag is handled.' })
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

  /** The id of its address, from which a resolver makes the address. */
  addressId!: string | null;
}

export const TagConnection = connectionType(Tag, 'Tag', 'tags');
