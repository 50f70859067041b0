import { Field, Int, ObjectType } from 'type-graphql';
import { CodedTerm } from '../../../shared/graphql/coded-term.type.js';
import { GraphQLDecimal } from '../../../shared/graphql/decimal.scalar.js';
import { CurrencyReference } from '../../../shared/graphql/references/currency.reference.js';

@ObjectType({ description: 'An exact amount in one currency, or in the coin of one network.' })
export class Money {
  @Field(() => String, { description: 'Whole minor units of any size (cents, satoshi, wei), as a decimal integer.' })
  minorUnits!: string;

  @Field(() => CurrencyReference, { nullable: true, description: 'The currency; null for virtual assets.' })
  currency!: CurrencyReference | null;

  @Field(() => CodedTerm, { nullable: true, description: 'The network of a virtual asset (code list `network`); null for currencies.' })
  network!: CodedTerm | null;

  @Field(() => GraphQLDecimal, { description: 'The same amount in major units.' })
  amount!: string;
}

@ObjectType({ description: 'The exact sum of all values in one currency or network. Different units are never added.' })
export class MoneySum extends Money {
  @Field(() => Int, { description: 'How many of the counted records have a value in it.' })
  count!: number;
}
