import { Field, ID, InputType } from 'type-graphql';
import { GraphQLDecimal } from '../../../shared/graphql/decimal.scalar.js';

@InputType({ description: 'An exact amount in exactly one of `currency` and `network`.' })
export class MoneyInput {
  @Field(() => GraphQLDecimal, { description: 'The amount in major units, with no more decimals than the currency or coin has.' })
  amount!: string;

  @Field(() => ID, { nullable: true, description: 'ISO 4217 code of a currency in use.' })
  currency?: string | null;

  @Field(() => String, { nullable: true, description: 'Network of a virtual asset (code list `network`).' })
  network?: string | null;
}
