import { Field, Int, ObjectType } from 'type-graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { TallyStatusEnum, type TallyStatus } from '../../../shared/graphql/enums.js';
import { CodedTally, CountryTally } from '../../../shared/tally/tally.type.js';
import { MoneySum } from '../money/money.type.js';

@ObjectType({ description: 'How many of the counted assets belong to one country, and what they were worth.' })
export class CountryAssetTally extends CountryTally {
  @Field(() => [MoneySum], { description: 'Sums of the stated values, one for each currency and network.' })
  sums!: MoneySum[];
}

@ObjectType({
  description:
    'Assets counted for you: exactly those that the list with the same filter shows you. Never mixed with reported figures.',
})
export class AssetTally {
  @Field(() => TallyStatusEnum, { description: 'Whether there was anything to count.' })
  status!: TallyStatus;

  @Field(() => Int, { nullable: true, description: 'Records; null when nobody contributed one that you may read.' })
  count!: number | null;

  @Field(() => GraphQLDateTimeISO, { description: 'The instant of counting.' })
  asOf!: Date;

  @Field(() => [CountryAssetTally], { description: 'By country, ordered by code. The rows add up to the count and to the sums.' })
  byCountry!: CountryAssetTally[];

  @Field(() => [CodedTally], { description: 'By kind of asset (code list `assetKind`). The rows add up to the count.' })
  byKind!: CodedTally[];

  @Field(() => [MoneySum], { description: 'Sums of the stated values, one for each currency and network. Assets without a value are in none.' })
  sums!: MoneySum[];
}
