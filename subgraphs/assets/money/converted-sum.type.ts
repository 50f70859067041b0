import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { CodedTerm } from '../../../shared/graphql/coded-term.type.js';
import { GraphQLDay } from '../../../shared/graphql/date.scalar.js';
import { GraphQLDecimal } from '../../../shared/graphql/decimal.scalar.js';
import { enumObject } from '../../../shared/graphql/enums.js';
import { CurrencyReference } from '../../../shared/graphql/references/currency.reference.js';

export const UNCONVERTED_REASONS = ['NO_RATE', 'TOO_OLD', 'VIRTUAL_ASSET'] as const;
export type UnconvertedReason = (typeof UNCONVERTED_REASONS)[number];
export const UnconvertedReasonEnum: { readonly [Key in UnconvertedReason]: Key } = enumObject(UNCONVERTED_REASONS);
registerEnumType(UnconvertedReasonEnum, {
  name: 'UnconvertedReason',
  description: 'Why amounts are in no converted sum.',
  valuesConfig: {
    NO_RATE: { description: 'The European Central Bank publishes no reference rate of the currency, not yet or no longer.' },
    TOO_OLD: { description: 'The last rate known is more than seven days older than the event.' },
    VIRTUAL_ASSET: { description: 'A virtual asset has no reference rate; it is converted only where a value in a currency was stated.' },
  },
});

@ObjectType({ description: 'How the amounts of one currency and day were converted.' })
export class Conversion {
  @Field(() => CurrencyReference, { description: 'The currency in which they were stated.' })
  currency!: CurrencyReference;

  @Field(() => GraphQLDay, { description: 'The day of the events.' })
  day!: string;

  @Field(() => String, { description: 'Their exact sum in minor units of that currency, as a decimal integer.' })
  minorUnits!: string;

  @Field(() => GraphQLDecimal, { description: 'The same in major units.' })
  amount!: string;

  @Field(() => GraphQLDecimal, { nullable: true, description: 'Units of that currency for one euro; null where both currencies are the same, which needs no rate.' })
  rate!: string | null;

  @Field(() => GraphQLDay, { nullable: true, description: 'The day on which that rate was published; null with it.' })
  rateDate!: string | null;

  @Field(() => GraphQLDecimal, { nullable: true, description: 'Units of the currency asked for, for one euro; null where no rate was needed.' })
  targetRate!: string | null;

  @Field(() => GraphQLDay, { nullable: true, description: 'The day on which that rate was published; null with it.' })
  targetRateDate!: string | null;
}

@ObjectType({ description: 'Amounts of one unit and day that are in no converted sum.' })
export class Unconverted {
  @Field(() => CurrencyReference, { nullable: true, description: 'The currency in which they were stated; null for virtual assets.' })
  currency!: CurrencyReference | null;

  @Field(() => CodedTerm, { nullable: true, description: 'The network of virtual assets (code list `network`); null for currencies.' })
  network!: CodedTerm | null;

  @Field(() => GraphQLDay, { description: 'The day of the events.' })
  day!: string;

  @Field(() => String, { description: 'Their exact sum in minor units, as a decimal integer.' })
  minorUnits!: string;

  @Field(() => GraphQLDecimal, { description: 'The same in major units.' })
  amount!: string;

  @Field(() => UnconvertedReasonEnum, { description: 'Why.' })
  reason!: UnconvertedReason;

  @Field(() => CurrencyReference, { nullable: true, description: 'The currency of which the rate is missing, the one or the other; null for virtual assets.' })
  missingRateOf!: CurrencyReference | null;
}

@ObjectType({
  description:
    'Sums converted to one currency at the reference rates of the days of the events, exact and rounded once, half to even. What could not be converted is listed and is not in the amount.',
})
export class ConvertedSum {
  @Field(() => CurrencyReference, { description: 'The currency asked for.' })
  currency!: CurrencyReference;

  @Field(() => GraphQLDecimal, { nullable: true, description: 'What could be converted, in major units; null where nothing could, which is not a sum of zero.' })
  amount!: string | null;

  @Field(() => String, { nullable: true, description: 'The same in minor units, as a decimal integer.' })
  minorUnits!: string | null;

  @Field(() => [Conversion], { description: 'What was converted at which rates, by currency and day.' })
  conversions!: Conversion[];

  @Field(() => [Unconverted], { description: 'What could not be converted, and why.' })
  unconverted!: Unconverted[];
}
