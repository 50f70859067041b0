import { Field, ID, ObjectType } from 'type-graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { CodedTerm } from '../../../shared/graphql/coded-term.type.js';
import { connectionType } from '../../../shared/graphql/connection.js';
import { GraphQLDay } from '../../../shared/graphql/date.scalar.js';
import { CountryReference } from '../../../shared/graphql/references/country.reference.js';
import { Money } from '../money/money.type.js';
import { OperationStub } from '../references/operation.stub.js';

@ObjectType({ description: 'A part of a counted asset: everything of it stood in one custody state.' })
export class CountedPart {
  @Field(() => CodedTerm, { description: 'Where it stood in the custody chain (code list `custodyState`).' })
  custodyState!: CodedTerm;

  @Field(() => Money, { nullable: true, description: 'Its stated value; null when none was stated.' })
  value!: Money | null;
}

@ObjectType({ description: 'The version of one asset that a number counts.' })
export class CountedAsset {
  @Field(() => ID, { description: 'Id of the asset. One that was retracted since is no longer found by it.' })
  id!: string;

  @Field(() => CountryReference, { description: 'The country in which it happened.' })
  country!: CountryReference;

  @Field(() => GraphQLDay, { description: 'The day on which it happened.' })
  day!: string;

  @Field(() => OperationStub, { nullable: true, description: 'The operation under which it was recorded; null when there is none that you may see.' })
  operation!: OperationStub | null;

  @Field(() => CodedTerm, { description: 'Kind of asset (code list `assetKind`).' })
  kind!: CodedTerm;

  @Field(() => [CountedPart], { description: 'The parts that were counted: all, or those in the custody state that the filter names.' })
  parts!: CountedPart[];

  @Field(() => Money, { nullable: true, description: 'What the sums have of it: the values of its counted parts; null when none was stated.' })
  amount!: Money | null;

  @Field(() => GraphQLDateTimeISO, { description: 'From when this version counts.' })
  countedFrom!: Date;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'Until when it counted, that instant excluded; null while it counts.' })
  countedUntil!: Date | null;

  /** Asked of the tally only where somebody wants to know. */
  onceAs!: () => Promise<string>;

  @Field(() => ID, { description: 'The asset that counts for its event in `countedOnce`: itself, or another by a double claim of both owners.' })
  countedOnceAs(): Promise<string> {
    return this.onceAs();
  }
}

export const CountedAssetConnection = connectionType(CountedAsset, 'CountedAsset', 'counted assets');
