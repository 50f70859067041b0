import { Field, ID, ObjectType } from 'type-graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { CodedTerm } from '../../../shared/graphql/coded-term.type.js';
import { GraphQLDay } from '../../../shared/graphql/date.scalar.js';
import { GraphQLDecimal } from '../../../shared/graphql/decimal.scalar.js';
import { AgencyReference } from '../../../shared/graphql/references/agency.reference.js';
import { Money } from '../money/money.type.js';

@ObjectType({ description: 'What of an asset stands in one custody state. The holdings of an asset add up to its quantity and to its value.' })
export class AssetHolding {
  @Field(() => CodedTerm, { description: 'The state (code list `custodyState`).' })
  custodyState!: CodedTerm;

  @Field(() => GraphQLDecimal, { description: 'How many or how much of it; 0 where only a part of the value of a single unit stands here.' })
  quantity!: string;

  @Field(() => Money, { nullable: true, description: 'How much of its value; null when the asset has no stated value.' })
  value!: Money | null;
}

@ObjectType({ description: 'A move of an asset, or of a part of it, along its custody chain.' })
export class CustodyMove {
  @Field(() => ID, { description: 'Stable id, random to outsiders.' })
  id!: string;

  @Field(() => GraphQLDay, { description: 'The day on which it was moved.' })
  day!: string;

  @Field(() => AgencyReference, { nullable: true, description: 'The agency that acted; null where you may not see that organisation.' })
  agency!: AgencyReference | null;

  @Field(() => CodedTerm, { description: 'The state that it left (code list `custodyState`).' })
  from!: CodedTerm;

  @Field(() => CodedTerm, { description: 'The state that it reached (code list `custodyState`).' })
  to!: CodedTerm;

  @Field(() => GraphQLDecimal, { description: 'How many or how much was moved; 0 where only a part of the value of a single unit was.' })
  quantity!: string;

  @Field(() => Money, { nullable: true, description: 'How much of the value was moved; null when the asset has no stated value.' })
  value!: Money | null;

  @Field(() => String, {
    nullable: true,
    description: 'The order or provision that allowed it; null where the identifiers of the asset are withheld from you, because it may tell whose the asset is.',
  })
  legalBasis!: string | null;

  @Field(() => GraphQLDateTimeISO, { description: 'When the move was recorded.' })
  recordedAt!: Date;

  @Field(() => GraphQLDateTimeISO, { nullable: true, description: 'When the move was retracted; null while it stands.' })
  retractedAt!: Date | null;
}
