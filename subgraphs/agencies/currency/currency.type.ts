import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A currency of ISO 4217.' })
@Directive('@key(fields: "code")')
export class Currency {
  @Field(() => ID, { description: 'ISO 4217 alphabetic code.' })
  code!: string;

  @Field(() => String, { description: 'Name in English.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'ISO 4217 numeric code, three digits; null where ISO gives none.' })
  numericCode!: string | null;

  @Field(() => Int, { nullable: true, description: 'Digits after the decimal point; null where the standard states none.' })
  minorUnits!: number | null;

  @Field(() => Boolean, { description: 'Whether the currency has been withdrawn.' })
  withdrawn!: boolean;
}
