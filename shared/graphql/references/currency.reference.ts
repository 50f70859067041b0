import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType('Currency', { description: 'A currency of ISO 4217.' })
@Directive('@key(fields: "code", resolvable: false)')
export class CurrencyReference {
  @Field(() => ID, { description: 'ISO 4217 alphabetic code.' })
  code!: string;

  /** Currencies are a public register: a code may always be shown. */
  static of(code: string): CurrencyReference {
    return Object.assign(new CurrencyReference(), { code });
  }
}
