import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType('Country', { description: 'A country or territory of ISO 3166-1.' })
@Directive('@key(fields: "code", resolvable: false)')
export class CountryReference {
  @Field(() => ID, { description: 'ISO 3166-1 alpha-2 code.' })
  code!: string;

  /** Countries are a public register: a code may always be shown. */
  static of(code: string): CountryReference {
    return Object.assign(new CountryReference(), { code });
  }
}
